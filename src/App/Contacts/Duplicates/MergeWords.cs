using CrmStudio.Infrastructure.Platform.Merging;

namespace CrmStudio.App.Contacts.Duplicates;

/// <summary>What moves with a merge, and what stayed after it was taken back, in words.</summary>
public static class MergeWords
{
    private static readonly Dictionary<string, (string One, string Many)> rows = new(StringComparer.Ordinal)
    {
        ["activities"] = ("line of the timeline", "lines of the timeline"), ["consents"] = ("consent", "consents"), ["contact_addresses"] = ("address", "addresses"), ["contact_dates"] = ("day", "days"),
        ["contact_reaches"] = ("further address or number", "further addresses and numbers"), ["contacts"] = ("person", "people"), ["companies"] = ("company", "companies"), ["custom_values"] = ("own field", "own fields"),
        ["due_tasks"] = ("task", "tasks"), ["leads"] = ("lead", "leads"), ["loan_parties"] = ("part in a loan", "parts in loans"), ["loan_updates"] = ("status update", "status updates"),
        ["record_tags"] = ("tag", "tags"), ["watch_messages"] = ("message about refinancing", "messages about refinancing"), ["loans"] = ("loan", "loans"),
    };

    private static readonly Dictionary<string, string> fields = new(StringComparer.Ordinal)
    {
        ["FirstName"] = "first name", ["LastName"] = "last name", ["Email"] = "e-mail", ["Phone"] = "phone", ["OwnerId"] = "owner", ["CompanyId"] = "company", ["HouseholdId"] = "household", ["DoNotCallSince"] = "do-not-call",
        ["LastTouchAt"] = "last touch", ["ContactId"] = "person", ["EntityId"] = "record",
    };

    /// <summary>"3 tasks".</summary>
    public static string Count(string table, int count)
    {
        var (one, many) = rows.TryGetValue(table, out var words) ? words : (Spaced(table), Spaced(table));
        return $"{count:N0} {(count == 1 ? one : many)}";
    }

    /// <summary>What stayed with the survivor, one sentence each.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<LeftBehind> left, Guid survivorId, string survivor) =>
    [
        .. left.Where(one => one.Field is null || !IsTwin(one.Field)).Select(one => one.Id == survivorId ? one with { Name = survivor } : one)
            .GroupBy(one => (one.Table, one.What, one.Name, one.Field)).Select(same => Sentence(same.First(), same.Sum(one => one.Rows), survivor)),
    ];

    private static string Sentence(LeftBehind left, int count, string survivor) => left switch
    {
        { What: LeftBehind.Added } => $"{Count(left.Table, count)} added since {(count == 1 ? "stays" : "stay")} with {survivor}.",
        { What: LeftBehind.Removed } => $"{Named(left, count)} removed since {(count == 1 ? "stays" : "stay")} removed.",
        { Field: { } field } => $"{Named(left, 1)}: {fields.GetValueOrDefault(field) ?? Spaced(field)} changed since stays as it is.",
        _ => $"{Named(left, count)} changed since stays with {survivor}.",
    };

    private static string Named(LeftBehind left, int count) => left.Name ?? Count(left.Table, count);

    // The form two spellings are compared in follows the field people see.
    private static bool IsTwin(string field) => field is "EmailKey" or "PhoneKey" or "NameKey" or "EmailLabel" or "PhoneLabel";

    private static string Spaced(string name) => string.Concat(name.Select((c, i) => c == '_' ? " " : char.IsUpper(c) && i > 0 ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}

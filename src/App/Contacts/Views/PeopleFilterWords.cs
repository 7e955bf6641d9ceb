using CrmStudio.App.Contacts.Queries;
using CrmStudio.App.Kit.Filters;
using CrmStudio.Domain.Contacts;

namespace CrmStudio.App.Contacts.Views;

/// <summary>How filters of people are said on chips and offered in the editor. A field of the organization's own is offered under its name.</summary>
public static class PeopleFilterWords
{
    private const string Is = "is", Not = "not", Own = "own:";

    /// <summary>What a condition is about.</summary>
    public static string FieldOf(PeopleCondition condition, PeopleChoices choices) => condition.Field == PeopleField.Own ? OwnOf(condition.Values[0], choices)?.Label ?? "A former field" : Of(condition.Field);

    /// <summary>How it compares.</summary>
    public static string HowOf(PeopleCondition condition) => condition.Field switch
    {
        PeopleField.Company or PeopleField.Text => "contains",
        PeopleField.Untouched => "for",
        _ => (condition.IsNot, condition.Values.Count > 1 && condition.Field != PeopleField.Own) switch { (true, true) => "is none of", (true, false) => "is not", (false, true) => "is any of", _ => "is" },
    };

    /// <summary>Its values in words.</summary>
    public static string ValueOf(PeopleCondition condition, PeopleChoices choices) => condition.Field switch
    {
        PeopleField.DoNotCall => "do not call",
        PeopleField.Untouched => condition.Days == 1 ? "1 day" : $"{condition.Days} days",
        PeopleField.Own => condition.Values[1],
        _ => string.Join(", ", condition.Values.Select(value => Label(condition.Field, value, choices))),
    };

    /// <summary>The fields a list can be filtered by.</summary>
    public static IReadOnlyList<FilterField> Fields(PeopleChoices choices) =>
    [
        .. Enum.GetValues<PeopleField>().Where(field => field != PeopleField.Own).Select(field => new FilterField(
            field.ToString(), Of(field), PeopleCondition.CanExclude(field) ? [new(Is, "is"), new(Not, "is not")] : [new(Is, field is PeopleField.Company or PeopleField.Text ? "contains" : "is")],
            KindOf(field), Offered(field, choices), field == PeopleField.Untouched ? "days" : null)),
        .. choices.FieldsOf(ContactTables.Contacts).Select(field => new FilterField($"{Own}{field.Name}", field.Label, [new(Is, "is")], field.Kind is CustomFieldKind.Choice or CustomFieldKind.YesNo ? FilterKind.One : FilterKind.Text, OfferedBy(field))),
    ];

    /// <summary>What somebody put together, as a condition; null when it says nothing.</summary>
    public static PeopleCondition? Read(FilterDraft draft)
    {
        if (draft.FieldId.StartsWith(Own, StringComparison.Ordinal)) return new PeopleCondition(PeopleField.Own, false, [draft.FieldId[Own.Length..], .. draft.Values]) is { IsMeaningful: true } own ? own : null;
        return Enum.TryParse<PeopleField>(draft.FieldId, out var field) && new PeopleCondition(field, draft.OperatorId == Not, draft.Values) is { IsMeaningful: true } condition ? condition : null;
    }

    /// <summary>A condition, to be changed in the editor.</summary>
    public static FilterDraft DraftOf(PeopleCondition condition) => condition.Field == PeopleField.Own
        ? new($"{Own}{condition.Values[0]}", Is, [condition.Values[1]])
        : new(condition.Field.ToString(), condition.IsNot ? Not : Is, condition.Values);

    private static string Of(PeopleField field) => field switch
    {
        PeopleField.Untouched => "Not touched",
        PeopleField.DoNotCall => "Calls",
        PeopleField.Text => "Name, e-mail, phone",
        _ => field.ToString(),
    };

    private static FilterKind KindOf(PeopleField field) => field switch
    {
        PeopleField.DoNotCall => FilterKind.Flag,
        PeopleField.Untouched => FilterKind.Number,
        PeopleField.Company or PeopleField.Source or PeopleField.Text => FilterKind.Text,
        _ => FilterKind.Choice,
    };

    private static IReadOnlyList<FilterOption>? Offered(PeopleField field, PeopleChoices choices) => field switch
    {
        PeopleField.Kind => [.. Enum.GetValues<ContactKind>().Select(kind => new FilterOption(kind.ToString().ToLowerInvariant(), ContactWords.Of(kind)))],
        PeopleField.Owner => [new(PeopleCondition.Me, "me"), new(PeopleCondition.Nobody, "nobody"), .. choices.Active.Select(member => new FilterOption(member.Id.ToString(), member.Name))],
        PeopleField.State => [.. StateZones.All.Select(state => new FilterOption(state, state))],
        PeopleField.Tag => [.. choices.Tags.Select(tag => new FilterOption(tag.Id.ToString(), tag.Name))],
        _ => null,
    };

    private static IReadOnlyList<FilterOption>? OfferedBy(FieldChoice field) => field.Kind switch
    {
        CustomFieldKind.Choice => [.. field.Choices.Select(choice => new FilterOption(choice, choice))],
        CustomFieldKind.YesNo => [new("yes", "yes"), new("no", "no")],
        _ => null,
    };

    private static FieldChoice? OwnOf(string name, PeopleChoices choices) => choices.FieldsOf(ContactTables.Contacts).FirstOrDefault(field => field.Name == name);

    private static string Label(PeopleField field, string value, PeopleChoices choices) =>
        Offered(field, choices) is not { } offered ? value
        : offered.FirstOrDefault(option => string.Equals(option.Value, value, StringComparison.OrdinalIgnoreCase))?.Label
            ?? (field == PeopleField.Owner && Guid.TryParse(value, out var id) ? choices.Name(id) : null) ?? "something removed";
}

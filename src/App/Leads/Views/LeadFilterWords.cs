using CrmStudio.App.Kit.Filters;
using CrmStudio.App.Kit.MoneyField;
using CrmStudio.App.Leads.Queries;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;

namespace CrmStudio.App.Leads.Views;

/// <summary>How filters of leads are said on chips and offered in the editor.</summary>
public static class LeadFilterWords
{
    public static string Of(LeadField field) => field switch
    {
        LeadField.Band => "Score",
        LeadField.Text => "Text",
        _ => field.ToString(),
    };

    /// <summary>How a field compares, between field and value.</summary>
    public static string OperatorOf(LeadField field, int values) => field switch
    {
        LeadField.Age or LeadField.Amount => "at least",
        LeadField.Attempts => "at most",
        LeadField.Text => "contains",
        _ => values > 1 ? "is any of" : "is",
    };

    /// <summary>The value of a condition in words.</summary>
    public static string ValueOf(LeadCondition condition, LeadChoices choices) => condition.Field switch
    {
        LeadField.Age => condition.Number == 1 ? "1 day" : $"{condition.Number} days",
        LeadField.Attempts => condition.Number == 1 ? "1 attempt" : $"{condition.Number} attempts",
        LeadField.Amount => Dollars.Full(condition.Dollars!.Value),
        _ => string.Join(", ", condition.Values.Select(value => Offered(condition.Field, choices)?.FirstOrDefault(option => string.Equals(option.Value, value, StringComparison.OrdinalIgnoreCase))?.Label
            ?? (Guid.TryParse(value, out var id) ? choices.Name(id) ?? "something removed" : value))),
    };

    /// <summary>The fields a member can filter by. Amounts only for who sees them.</summary>
    public static IReadOnlyList<FilterField> Fields(LeadChoices choices) =>
        [.. Enum.GetValues<LeadField>().Where(field => choices.SeesAmounts || field != LeadField.Amount).Select(field => new FilterField(
            field.ToString(), Of(field), [new("is", OperatorOf(field, 1))], KindOf(field), Offered(field, choices), field == LeadField.Age ? "days" : null))];

    /// <summary>What somebody put together, as a condition; null when it says nothing.</summary>
    public static LeadCondition? Read(FilterDraft draft) =>
        Enum.TryParse<LeadField>(draft.FieldId, out var field) && new LeadCondition(field, draft.Values) is { IsMeaningful: true } condition ? condition : null;

    private static FilterKind KindOf(LeadField field) => field switch
    {
        LeadField.Age or LeadField.Attempts => FilterKind.Number,
        LeadField.Amount => FilterKind.Money,
        LeadField.Text => FilterKind.Text,
        _ => FilterKind.Choice,
    };

    private static IReadOnlyList<FilterOption>? Offered(LeadField field, LeadChoices choices) => field switch
    {
        LeadField.Status => [.. Enum.GetValues<LeadStatus>().Select(status => new FilterOption(status.ToString(), LeadWords.Of(status)))],
        LeadField.Band => [.. Enum.GetValues<LeadBand>().Reverse().Select(band => new FilterOption(band.ToString(), LeadWords.Of(band)))],
        LeadField.Interest => [.. Enum.GetValues<LeadInterest>().Select(interest => new FilterOption(interest.ToString(), LeadWords.Of(interest)))],
        LeadField.Source => [.. LeadSources.All.Select(source => new FilterOption(source, source))],
        LeadField.State => [.. StateZones.All.Select(state => new FilterOption(state, state))],
        LeadField.Assignee => [new(LeadCondition.Me, "me"), new(LeadCondition.Nobody, "nobody"), .. choices.People.Where(person => person.WorksLeads).Select(person => new FilterOption(person.Id.ToString(), person.Name))],
        LeadField.Tag => [.. choices.Tags.Select(tag => new FilterOption(tag.Id.ToString(), tag.Name))],
        _ => null,
    };
}

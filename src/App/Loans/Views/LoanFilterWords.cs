using System.Globalization;
using CrmStudio.App.Kit.Filters;
using CrmStudio.App.Kit.MoneyField;
using CrmStudio.App.Loans.Queries;
using CrmStudio.Domain.Loans;

namespace CrmStudio.App.Loans.Views;

/// <summary>How filters of loans are said on chips and offered in the editor.</summary>
public static class LoanFilterWords
{
    /// <summary>What a field is called.</summary>
    public static string Of(LoanField field) => field switch
    {
        LoanField.State => "Loans",
        LoanField.Lock => "Lock",
        LoanField.Closing => "Closing",
        LoanField.Text => "Name or number",
        _ => field.ToString(),
    };

    /// <summary>How a condition compares, between field and value.</summary>
    public static string Of(LoanOperator how, int values) => how switch
    {
        LoanOperator.Is => values > 1 ? "is any of" : "is",
        LoanOperator.Not => values > 1 ? "is none of" : "is not",
        LoanOperator.Min => "at least",
        LoanOperator.Max => "at most",
        LoanOperator.Within => "within",
        LoanOperator.Has => "contains",
        _ => throw new ArgumentOutOfRangeException(nameof(how), how, "Unknown operator"),
    };

    /// <summary>The value of a condition in words.</summary>
    public static string ValueOf(LoanCondition condition, LoanChoices choices) => condition.Field switch
    {
        LoanField.Rotting => "rotting",
        LoanField.Amount => Dollars.Full(condition.Amount!.Value),
        LoanField.Lock or LoanField.Closing => condition.Days == 1 ? "1 day" : $"{condition.Days} days",
        _ => string.Join(", ", condition.Values.Select(value => Label(condition.Field, value, choices))),
    };

    /// <summary>A whole filter in words: "Branch is Harbor Point and (Officer is me or Processor is me)"; null when nothing is narrowed.</summary>
    public static string? Said(LoanFilter filter, LoanChoices choices) => filter.Groups.Count == 0 ? null
        : string.Join(" and ", filter.Groups.Select(group => group.Count == 1 || filter.Groups.Count == 1 ? Said(group, choices) : $"({Said(group, choices)})"));

    private static string Said(IReadOnlyList<LoanCondition> group, LoanChoices choices) =>
        string.Join(" or ", group.Select(condition => $"{Of(condition.Field)} {Of(condition.Operator, condition.Values.Count)} {ValueOf(condition, choices)}"));

    /// <summary>The fields a member can filter by. Amounts only for who sees them.</summary>
    public static IReadOnlyList<FilterField> Fields(LoanChoices choices) =>
        [.. Enum.GetValues<LoanField>().Where(field => choices.SeesAmounts || field != LoanField.Amount).OrderBy(field => field == LoanField.State).Select(field => FieldOf(field, choices))];

    /// <summary>What somebody put together, as a condition; null when it says nothing.</summary>
    public static LoanCondition? Read(FilterDraft draft) =>
        Enum.TryParse<LoanField>(draft.FieldId, out var field) && Enum.TryParse<LoanOperator>(draft.OperatorId, out var how) && new LoanCondition(field, how, draft.Values) is { IsMeaningful: true } condition
            ? condition : null;

    /// <summary>A condition, to be changed in the editor.</summary>
    public static FilterDraft DraftOf(LoanCondition condition) => new(condition.Field.ToString(), condition.Operator.ToString(), condition.Values);

    private static FilterField FieldOf(LoanField field, LoanChoices choices) => new(
        field.ToString(), Of(field), [.. LoanCondition.OperatorsOf(field).Select(how => new FilterOption(how.ToString(), Of(how, 1)))],
        field switch
        {
            LoanField.Rotting => FilterKind.Flag,
            LoanField.State => FilterKind.One,
            LoanField.Amount => FilterKind.Money,
            LoanField.Lock or LoanField.Closing => FilterKind.Number,
            LoanField.Text or LoanField.Product or LoanField.Source => FilterKind.Text,
            _ => FilterKind.Choice,
        },
        Offered(field, choices), field is LoanField.Lock or LoanField.Closing ? "days" : null);

    private static IReadOnlyList<FilterOption>? Offered(LoanField field, LoanChoices choices) => field switch
    {
        LoanField.State => [.. LoanStates.Labels.Select(state => new FilterOption(state.Key, state.Value))],
        LoanField.Stage => [.. choices.Stages.Select(stage => new FilterOption(stage.Id.ToString(), stage.Name))],
        LoanField.Officer or LoanField.Processor => [new(LoanCondition.Me, "me"), new(LoanCondition.Nobody, "nobody"), .. choices.Active.Select(person => new FilterOption(person.Id.ToString(), person.Name))],
        LoanField.Branch => [.. choices.Branches.Select(branch => new FilterOption(branch.Id.ToString(), branch.Name))],
        LoanField.Purpose => [.. Enum.GetValues<LoanPurpose>().Select(purpose => new FilterOption(purpose.ToString(), LoanWords.Of(purpose)))],
        _ => null,
    };

    private static string Label(LoanField field, string value, LoanChoices choices) =>
        Offered(field, choices) is not { } offered ? value
        : offered.FirstOrDefault(option => string.Equals(option.Value, value, StringComparison.OrdinalIgnoreCase))?.Label
            ?? (field is LoanField.Officer or LoanField.Processor && Guid.TryParse(value, CultureInfo.InvariantCulture, out var id) ? choices.Name(id) : null) ?? "something removed";
}

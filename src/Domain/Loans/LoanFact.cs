using CrmStudio.Domain.Loans.Papers;

namespace CrmStudio.Domain.Loans;

/// <summary>A fact a stage can require before a loan may enter it.</summary>
/// <param name="Name">Stable name stored with the stage.</param>
/// <param name="Label">How people say it inside a sentence: "the rate".</param>
/// <param name="IsKnown">Whether the loan has it.</param>
public sealed record LoanFact(string Name, string Label, Func<Loan, bool> IsKnown)
{
    private const int Named = 3;

    /// <summary>What in particular is missing on a loan, for a fact that consists of several; null says it all.</summary>
    public Func<Loan, IReadOnlyList<string>>? Missed { get; private init; }

    /// <summary>Every fact there is, by name.</summary>
    public static IReadOnlyDictionary<string, LoanFact> All { get; } = new[]
    {
        new LoanFact("amount", "the loan amount", loan => loan.Amount is not null),
        new LoanFact("purpose", "the purpose", loan => loan.Purpose is not null),
        new LoanFact("property-address", "the property address", loan => loan.PropertyAddress is not null),
        new LoanFact("value", "the price or the appraised value", loan => loan.PurchasePrice is not null || loan.AppraisedValue is not null),
        new LoanFact("appraised-value", "the appraised value", loan => loan.AppraisedValue is not null),
        new LoanFact("rate", "the rate", loan => loan.NoteRate is not null),
        new LoanFact("term", "the term", loan => loan.TermMonths is not null),
        new LoanFact("lock", "a rate lock", loan => loan.IsLocked),
        new LoanFact("closing-date", "the closing date", loan => loan.ClosingOn is not null),
        new LoanFact("officer", "a loan officer", loan => loan.OfficerId is not null),
        Cleared("conditions-approval", "prior-to-approval", ConditionCategory.PriorToApproval),
        Cleared("conditions-docs", "prior-to-docs", ConditionCategory.PriorToDocs),
        Cleared("conditions-funding", "prior-to-funding", ConditionCategory.PriorToFunding),
    }.ToDictionary(fact => fact.Name, StringComparer.Ordinal);

    /// <summary>Whether a stage that requires these facts asks about conditions, so that they must be read first.</summary>
    public static bool AsksForConditions(IEnumerable<string> required) => required.Any(name => name.StartsWith("conditions-", StringComparison.Ordinal));

    /// <summary>How the fact is said of a loan that lacks it: with what in particular is missing, as far as a sentence bears it.</summary>
    public string LabelFor(Loan loan)
    {
        if (Missed?.Invoke(loan) is not { Count: > 0 } missed) return Label;
        var names = missed.Take(Named).Select(text => $"“{(text.Length <= 60 ? text : text[..59] + "…")}”");
        return $"{Label} ({string.Join(", ", names)}{(missed.Count > Named ? $" and {missed.Count - Named} more" : "")})";
    }

    private static LoanFact Cleared(string name, string step, ConditionCategory category) =>
        new(name, $"all {step} conditions cleared", loan => loan.OpenConditions.All(condition => condition.Category != category))
        {
            Missed = loan => [.. loan.OpenConditions.Where(condition => condition.Category == category).Select(condition => condition.Text)],
        };

    /// <summary>The facts of the list that the loan lacks, in the order of the list. Unknown names are ignored.</summary>
    public static IReadOnlyList<LoanFact> Missing(Loan loan, IEnumerable<string> required) =>
        [.. required.Select(name => All.GetValueOrDefault(name)).OfType<LoanFact>().Where(fact => !fact.IsKnown(loan))];
}

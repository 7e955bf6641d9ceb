namespace CrmStudio.Domain.Loans;

/// <summary>A fact a stage can require before a loan may enter it.</summary>
/// <param name="Name">Stable name stored with the stage.</param>
/// <param name="Label">How people say it inside a sentence: "the rate".</param>
/// <param name="IsKnown">Whether the loan has it.</param>
public sealed record LoanFact(string Name, string Label, Func<Loan, bool> IsKnown)
{
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
        new LoanFact("lock", "a rate lock", loan => loan.LockExpiresOn is not null),
        new LoanFact("closing-date", "the closing date", loan => loan.ClosingOn is not null),
        new LoanFact("officer", "a loan officer", loan => loan.OfficerId is not null),
    }.ToDictionary(fact => fact.Name, StringComparer.Ordinal);

    /// <summary>The facts of the list that the loan lacks, in the order of the list. Unknown names are ignored.</summary>
    public static IReadOnlyList<LoanFact> Missing(Loan loan, IEnumerable<string> required) =>
        [.. required.Select(name => All.GetValueOrDefault(name)).OfType<LoanFact>().Where(fact => !fact.IsKnown(loan))];
}

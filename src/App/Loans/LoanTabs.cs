using CrmStudio.App.Loans.Parts;
using CrmStudio.App.Loans.Queries;

namespace CrmStudio.App.Loans;

/// <summary>One side of the loan's record besides its overview.</summary>
/// <param name="Key">Its word in the address: ?tab=clocks.</param>
/// <param name="Label">Its name.</param>
/// <param name="Part">What shows it, a <see cref="LoanTabPart"/>.</param>
/// <param name="IsShown">Whether this reader has anything to see there. Courtesy only: the part's own query decides.</param>
public sealed record LoanTab(string Key, string Label, Type Part, Func<LoanDetail, bool> IsShown);

/// <summary>The sides of a loan, in the order in which a file is worked.</summary>
public static class LoanTabs
{
    public static IReadOnlyList<LoanTab> All { get; } =
    [
    ];

    /// <summary>The side an address names, when this reader may open it.</summary>
    public static LoanTab? Of(string? key, LoanDetail loan) => All.FirstOrDefault(tab => tab.Key == key && tab.IsShown(loan));
}

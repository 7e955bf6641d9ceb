using CrmStudio.App.Loans.Qualifying.Parts;
using CrmStudio.App.Loans.Queries;

namespace CrmStudio.App.Loans;

/// <summary>The sides of a loan, in the order in which a file is worked.</summary>
public static class LoanTabs
{
    public static IReadOnlyList<LoanTab> All { get; } =
    [
        new("qualify", "Qualify", typeof(QualifyTab), loan => loan.SeesAmounts),
    ];

    /// <summary>The side an address names, when this reader may open it.</summary>
    public static LoanTab? Of(string? key, LoanDetail loan) => All.FirstOrDefault(tab => tab.Key == key && tab.IsShown(loan));
}

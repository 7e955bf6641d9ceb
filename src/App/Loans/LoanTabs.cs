using CrmStudio.App.Loans.Clocks.Parts;
using CrmStudio.App.Loans.Clocks;
using CrmStudio.App.Loans.Commissions.Parts;
using CrmStudio.App.Loans.Credit;
using CrmStudio.App.Loans.Credit.Parts;
using CrmStudio.App.Loans.Letters.Parts;
using CrmStudio.App.Loans.Locks.Parts;
using CrmStudio.App.Loans.Locks;
using CrmStudio.App.Loans.Mismo;
using CrmStudio.App.Loans.Mismo.Parts;
using CrmStudio.App.Loans.Papers.Parts;
using CrmStudio.App.Loans.Papers;
using CrmStudio.App.Loans.Qualifying.Parts;
using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.Updates.Parts;
using CrmStudio.App.Loans.Watch.Parts;

namespace CrmStudio.App.Loans;

/// <summary>The sides of a loan, in the order in which a file is worked.</summary>
public static class LoanTabs
{
    public static IReadOnlyList<LoanTab> All { get; } =
    [
        new("qualify", "Qualify", typeof(QualifyTab), loan => loan.SeesAmounts),
        new(CreditWords.Tab, "Credit", typeof(CreditTab), loan => loan.Credit is not null),
        new(LockUrls.Tab, "Lock", typeof(LockTab), _ => true),
        new(ClockTabs.Clocks, "Clocks", typeof(ClocksTab), _ => true),
        new(ClockTabs.Disclosures, "Disclosures", typeof(DisclosuresTab), _ => true),
        new(ClockTabs.Fees, "Fees", typeof(FeesTab), loan => loan.SeesAmounts),
        new(PaperUrls.DocumentsTab, "Documents", typeof(DocumentsTab), loan => loan.Papers is not null, loan => loan.Papers is { Needed: > 0 } papers ? $"{papers.Accepted}/{papers.Needed}" : null),
        new(PaperUrls.ConditionsTab, "Conditions", typeof(ConditionsTab), loan => loan.Papers is not null, loan => loan.Papers is { OpenConditions: > 0 } papers ? $"{papers.OpenConditions}" : null),
        new("letters", "Letters", typeof(LettersPart), _ => true),
        new("updates", "Updates", typeof(UpdatesPart), _ => true),
        new("commission", "Commission", typeof(CommissionPart), loan => loan.SeesCommissions),
        new(WatchTab.Key, "Watch", typeof(WatchTab), loan => loan is { IsWatched: true, SeesAmounts: true }),
        new(ClockTabs.Hmda, "HMDA", typeof(HmdaTab), loan => loan.SeesAmounts),
        new(MismoUrls.Tab, "MISMO", typeof(MismoPart), loan => loan.MayExport),
    ];

    /// <summary>The side an address names, when this reader may open it.</summary>
    public static LoanTab? Of(string? key, LoanDetail loan) => All.FirstOrDefault(tab => tab.Key == key && tab.IsShown(loan));
}

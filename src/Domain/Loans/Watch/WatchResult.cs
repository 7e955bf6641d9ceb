using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Watch;

/// <summary>What the latest comparison of a funded loan came to, with all it knew. Worked out, never typed; written again only when something changed.</summary>
public sealed class WatchResult : Entity, IWorkedOut
{
    /// <summary>Longest reason.</summary>
    public const int ReasonMaxLength = 300;

    private WatchResult() { }

    /// <summary>The first comparison of a loan.</summary>
    public WatchResult(Guid loanId, WatchCase known, RefinanceComparison comparison)
    {
        LoanId = loanId;
        Take(known, comparison);
    }

    /// <summary>The loan.</summary>
    public Guid LoanId { get; private set; }

    /// <summary>The day the loan funded, kept here for the list's order.</summary>
    public DateOnly FundedOn { get; private set; }

    /// <summary>Whether the borrowers would gain.</summary>
    public WatchVerdict Verdict { get; private set; }

    /// <summary>Why, in one sentence.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>What they would pay less to the same payoff date, costs and insurance counted, in dollars; null where nothing could be compared.</summary>
    public decimal? Gain { get; private set; }

    /// <summary>What they would pay less next month, in dollars.</summary>
    public decimal? MonthlySaving { get; private set; }

    /// <summary>After how many months the costs have come back; null where they never do.</summary>
    public int? BreakEvenMonths { get; private set; }

    /// <summary>Balance by the schedule, in dollars.</summary>
    public decimal? Balance { get; private set; }

    /// <summary>The rate compared with, in percent.</summary>
    public decimal? NewRate { get; private set; }

    /// <summary>All the comparison knew.</summary>
    public WatchCase Known { get; private set; } = new();

    /// <summary>Whether a newer comparison says anything new; where it does not, the row is left alone.</summary>
    public bool Says(WatchCase known, RefinanceComparison comparison) => Verdict == comparison.Verdict && Reason == comparison.Reason && Known.IsLike(known);

    /// <summary>Takes a newer comparison.</summary>
    public void Take(WatchCase known, RefinanceComparison comparison)
    {
        (Known, FundedOn, Verdict, Reason) = (known, known.FundedOn, comparison.Verdict, comparison.Reason);
        (Gain, MonthlySaving, BreakEvenMonths, Balance, NewRate) = (comparison.Gain, comparison.MonthlySaving, comparison.BreakEvenMonths, comparison.Balance, comparison.NewRate);
    }
}

using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Domain.Pipelines;

namespace CrmStudio.Domain.Loans.Clocks;

/// <summary>What rules stand in the way of something planned. Empty lists everywhere until the clock runs.</summary>
public sealed partial class LoanClock
{
    /// <summary>The rules a closing on a day would break.</summary>
    public IReadOnlyList<GateBreak> BreaksOfClosing(DateOnly closing) =>
    [
        .. WaitsFromToday().Where(wait => wait.Day > closing).OrderByDescending(wait => wait.Day).Select(wait => new GateBreak(
            wait.Wait.Rule, wait.IsPlanned ? "loans.disclosure-too-late" : "loans.closes-too-early",
            $"Closing on {ClockRefusals.Day(closing)} is too early: counted from {wait.Since}, it may be held from {ClockRefusals.Day(wait.Day)} on ({wait.Wait.Rule.Citation}).",
            closing, wait.Wait, nameof(Loan.ClosingOn))),
    ];

    /// <summary>The rules entering a stage of a milestone would break today.</summary>
    public IReadOnlyList<GateBreak> BreaksOfEntering(Milestone milestone)
    {
        var breaks = new List<GateBreak>();
        if (milestone > Milestone.Processing && EstimateOverdue() is { } overdue) breaks.Add(overdue);
        if (milestone >= Milestone.Closing && IsTrid) breaks.AddRange(BreaksOfClosing(ClosingOrToday));
        if (milestone >= Milestone.Funding && MayStillRescind() is { } early) breaks.Add(early);
        return breaks;
    }

    // Money that goes out presupposes that the closing was held, so a closing still planned for later counts as held today.
    private DateOnly ClosingOrToday => Loan.ClosingOn ?? today;

    private GateBreak? EstimateOverdue()
    {
        if (!IsTrid || estimates.Count > 0 || dates.Deadline(RuleCodes.EstimateOut, Application!.Value) is not { } due || today <= due.Day) return null;
        return new GateBreak(due.Rule, "loans.estimate-overdue", $"The Loan Estimate was due on {ClockRefusals.Day(due.Day)} and has not gone out ({due.Rule.Citation}).", null, due);
    }

    private GateBreak? MayStillRescind()
    {
        var closed = ClosingOrToday < today ? ClosingOrToday : today;
        if (!IsRunning || Loan.FundedOn is not null || RescissionEnds(closed) is not { } ends || today > ends.Day) return null;
        return new GateBreak(ends.Rule, "loans.may-still-rescind", $"The consumer may rescind until midnight of {ClockRefusals.Day(ends.Day)}; no money goes out before ({ends.Rule.Citation}).", today, ends);
    }
}

using CrmStudio.Domain.Compliance.Rules;

namespace CrmStudio.Domain.Loans.Clocks;

/// <summary>The closing simulator: what would follow if the loan closed on another day.</summary>
public sealed partial class LoanClock
{
    /// <summary>Tries a closing.</summary>
    public ClosingPlan Plan(DateOnly closing) => new(closing, [.. PlanDates(closing)], BreaksOfClosing(closing));

    /// <summary>The days by which a Closing Disclosure must be received, and mailed, for a closing; none where none is due.</summary>
    public IReadOnlyList<PlanDate> ClosingDisclosureBy(DateOnly closing)
    {
        if (!IsTrid) return [];
        var (received, mailed) = Before(RuleCodes.WaitAfterClosingDisclosure, closing);
        return [DisclosedBy("cd-received", "Closing Disclosure received by", received, closing), DisclosedBy("cd-mailed", "Closing Disclosure e-mailed or mailed by", mailed, closing)];
    }

    private IEnumerable<PlanDate> PlanDates(DateOnly closing)
    {
        yield return Earliest(closing);
        if (IsTrid)
        {
            yield return EstimateBy(closing);
            var (received, mailed) = Before(RuleCodes.WaitAfterRevisedEstimate, closing);
            yield return RevisedBy("rle-received", "Revised estimate received by", received);
            yield return RevisedBy("rle-mailed", "Revised estimate e-mailed or mailed by", mailed);
            foreach (var by in ClosingDisclosureBy(closing)) yield return by;
        }
        var rescission = RescissionEnds(closing);
        yield return new("rescission", "Right to rescind ends, midnight of", rescission?.Day, rescission is null ? PlanState.None : PlanState.Ahead, rescission,
            rescission is null ? "No right to rescind on this loan" : null);
        var money = DisbursementOn(closing);
        yield return new("disbursement", "Money goes out from", money, PlanState.Ahead, null, rescission is null ? "At the closing" : "The first day after that on which your offices are open");
        yield return LockFor(money);
    }

    private PlanDate Earliest(DateOnly closing)
    {
        var bound = EarliestClosing();
        return bound is null
            ? new("earliest", "Earliest lawful closing", null, PlanState.None, null, IsRunning ? "No disclosure makes this loan wait" : "The clock starts with the sixth piece of the application")
            : new("earliest", "Earliest lawful closing", bound.Day, closing >= bound.Day ? PlanState.Done : PlanState.Missed, bound.Wait, $"Counted from {bound.Since}");
    }

    private PlanDate EstimateBy(DateOnly closing)
    {
        var by = dates.Latest(RuleCodes.WaitAfterEstimate, closing);
        var state = by is null ? PlanState.None : estimates.Count > 0 ? estimates[0].SentOn <= by.Day ? PlanState.Done : PlanState.Missed : today <= by.Day ? PlanState.Ahead : PlanState.Missed;
        return new("le-by", "Loan Estimate sent by", by?.Day, state, by, estimates.Count > 0 ? $"Sent {ClockRefusals.Day(estimates[0].SentOn)}" : null);
    }

    private PlanDate RevisedBy(string key, string title, RuleDate? by)
    {
        if (closingDisclosures.Count > 0) return new(key, title, null, PlanState.None, null, "The Closing Disclosure is out: no more estimates");
        return new(key, title, by?.Day, by is not null && today <= by.Day ? PlanState.Ahead : PlanState.Missed, by, "If the estimate is revised again");
    }

    private PlanDate DisclosedBy(string key, string title, RuleDate? by, DateOnly closing)
    {
        var wait = Waits().Where(bound => bound.Wait.Rule.Code is RuleCodes.WaitAfterClosingDisclosure or RuleCodes.WaitAfterChangedDisclosure).MaxBy(bound => bound.Day);
        var state = wait is not null ? wait.Day <= closing ? PlanState.Done : PlanState.Missed : by is not null && today <= by.Day ? PlanState.Ahead : PlanState.Missed;
        return new(key, title, by?.Day, state, by, closingDisclosures.Count > 0 ? $"Sent {ClockRefusals.Day(closingDisclosures[^1].SentOn)}, received {ClockRefusals.Day(closingDisclosures[^1].Received(dates).Day)}" : null);
    }

    private PlanDate LockFor(DateOnly money)
    {
        if (Loan.LockExpiresOn is not { } expires) return new("lock", "Lock", null, PlanState.None, null, "The rate is not locked");
        var spare = expires.DayNumber - money.DayNumber;
        return new("lock", "Lock runs until", expires, spare >= 0 ? PlanState.Done : PlanState.Missed, null, spare >= 0 ? $"{Days(spare)} to spare" : $"{Days(-spare)} short: extend it, or close earlier");
    }

    private (RuleDate? Received, RuleDate? Mailed) Before(string rule, DateOnly closing)
    {
        var received = dates.Latest(rule, closing);
        return (received, received is null ? null : dates.Latest(RuleCodes.Receipt, received.Day));
    }
}

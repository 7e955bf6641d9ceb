using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Domain.Pipelines;

namespace CrmStudio.Domain.Loans.Clocks;

/// <summary>What is due, and what was done about it.</summary>
public sealed partial class LoanClock
{
    /// <summary>Every clock of the loan, in the order in which they start.</summary>
    public IReadOnlyList<ClockLine> Lines()
    {
        // Regulation B knows an application by the request (12 CFR 1002.2(f)), not by six pieces: a denial before them has its notice too.
        if (Application is not { } application) return Denial() is { } notice ? [notice] : [];

        var lines = new List<ClockLine?>();
        if (IsTrid) lines.AddRange([EstimateOut(application), Intent(), .. Revisions(), AfterLock()]);
        lines.AddRange([Act(application), Counteroffer(), Denial(), Incompleteness(application)]);
        if (IsTrid) lines.AddRange([ClosingDisclosureOut(), ClosingWaits()]);
        lines.AddRange([Rescission(), Lock(), Refund()]);
        return [.. lines.OfType<ClockLine>()];
    }

    private ClockLine? EstimateOut(DateOnly application) =>
        dates.Deadline(RuleCodes.EstimateOut, application) is { } due ? Task(RuleCodes.EstimateOut, "Send the Loan Estimate", due, estimates.Count > 0 ? estimates[0].SentOn : null) : null;

    private ClockLine? Intent()
    {
        if (estimates.Count == 0 || estimates[0].CostsExpireOn is not { } expires || dates.Deadline(RuleCodes.CostsExpire, estimates[0].SentOn) is not { } least) return null;
        return new ClockLine(
            RuleCodes.CostsExpire, least.Rule, "The estimated costs hold", least, expires, IntentOn is null ? Running(expires) : IntentOn <= expires ? ClockState.Met : ClockState.Broken, IntentOn, IsTask: false,
            IntentOn is { } intent ? $"The consumer said to proceed on {ClockRefusals.Day(intent)}." : "After that a revised estimate may take their place.");
    }

    private IEnumerable<ClockLine?> Revisions() => estimates.Skip(1).Where(estimate => estimate.KnownOn is not null).Select(estimate =>
        dates.Deadline(RuleCodes.RevisedEstimateOut, estimate.KnownOn!.Value) is { } due
            ? Task($"{RuleCodes.RevisedEstimateOut}#{estimate.Number}", $"Loan Estimate {estimate.Number}, revised", due, estimate.SentOn) with
            {
                IsTask = false, Note = estimate.SentOn > due.Day ? "It came too late to move the tolerances." : null,
            }
            : null);

    // The lock is answered by a revised estimate that says so, or by the Closing Disclosure that has to come anyway.
    private ClockLine? AfterLock()
    {
        if (Loan.LockedOn is not { } locked || estimates.Count == 0 || dates.Deadline(RuleCodes.EstimateAfterLock, locked) is not { } due) return null;
        // What an estimate said of an earlier lock does not answer another one.
        if (Loan.LockStatus != LockStatus.Relocked && estimates.Any(estimate => estimate.IsRateLocked && estimate.SentOn <= locked)) return null;
        var answered = file.Disclosures.Where(disclosure => disclosure.IsRateLocked && disclosure.SentOn >= locked).Select(disclosure => (DateOnly?)disclosure.SentOn).Min();
        return Task(RuleCodes.EstimateAfterLock, "Send a revised Loan Estimate after the lock", due, answered);
    }

    private ClockLine? Act(DateOnly application)
    {
        var acted = new[]
        {
            On(NoticeKind.Approval), On(NoticeKind.Counteroffer), On(NoticeKind.Incompleteness), On(NoticeKind.AdverseAction), Loan.ConditionallyApprovedOn, Loan.FundedOn,
        }.Where(day => day >= application).Min();
        return dates.Deadline(RuleCodes.ActOnApplication, application) is { } due ? Task(RuleCodes.ActOnApplication, "Act on the application, and say so", due, acted) : null;
    }

    private ClockLine? Counteroffer()
    {
        if (On(NoticeKind.Counteroffer) is not { } offered || dates.Deadline(RuleCodes.CounterofferNotTaken, offered) is not { } due) return null;
        var answered = new[] { On(NoticeKind.CounterofferTaken), On(NoticeKind.AdverseAction), Loan.FundedOn }.Where(day => day >= offered).Min();
        return Task(RuleCodes.CounterofferNotTaken, "Notice, unless the counteroffer is taken", due, answered);
    }

    private ClockLine? Denial() => file.AdverseAction is { } action && dates.Deadline(RuleCodes.AdverseActionNotice, action.TakenOn) is { } due
        ? Task(RuleCodes.AdverseActionNotice, "Send the notice of adverse action", due, On(NoticeKind.AdverseAction), outlivesEnding: true)
        : null;

    private ClockLine? Incompleteness(DateOnly application) => file.Ending == EndingKind.Incomplete && dates.Deadline(RuleCodes.IncompletenessNotice, application) is { } due
        ? Task(RuleCodes.IncompletenessNotice, "Send the notice of incompleteness", due, Earlier(On(NoticeKind.Incompleteness), On(NoticeKind.AdverseAction)), outlivesEnding: true)
        : null;

    private ClockLine? ClosingDisclosureOut()
    {
        if (closingDisclosures.Count > 0 || Loan.ClosingOn is not { } closing || dates.Latest(RuleCodes.WaitAfterClosingDisclosure, closing) is not { } received) return null;
        var mailed = dates.Latest(RuleCodes.Receipt, received.Day);
        return Task("CD-BY", "Hand over the Closing Disclosure", received, null) with { Note = mailed is null ? null : $"By e-mail or mail until {ClockRefusals.Day(mailed.Day)}." };
    }

    private ClockLine? ClosingWaits()
    {
        if (Loan.ClosingOn is not { } closing || Waits().MaxBy(wait => wait.Day) is not { } bound) return null;
        return new ClockLine(
            "WAIT", bound.Wait.Rule, "The closing waits", bound.Wait, bound.Day, closing >= bound.Day ? ClockState.Met : ClockState.Broken, null, IsTask: false,
            $"Counted from {bound.Since}; the closing is planned for {ClockRefusals.Day(closing)}.");
    }

    private ClockLine? Rescission()
    {
        if (Loan.ClosingOn is not { } closing || RescissionEnds(closing) is not { } ends) return null;
        var state = Loan.FundedOn is not { } funded ? ClockState.Open : funded > ends.Day ? ClockState.Met : ClockState.Broken;
        return new ClockLine(RuleCodes.Rescission, ends.Rule, "The consumer may rescind until midnight", ends, ends.Day, Ended(state, ends.Day), Loan.FundedOn, IsTask: false);
    }

    private ClockLine? Lock()
    {
        if (Loan.LockExpiresOn is not { } expires || Loan.ClosingOn is not { } closing || dates.Book.Rule(RuleCodes.LockCoversDisbursement, today) is not { } rule) return null;
        var spare = expires.DayNumber - DisbursementOn(closing).DayNumber;
        return new ClockLine(
            RuleCodes.LockCoversDisbursement, rule, spare >= 0 ? "The lock covers the disbursement" : "The lock ends before the disbursement", null, expires,
            Ended(spare < 0 ? ClockState.Broken : Loan.FundedOn is null ? ClockState.Open : ClockState.Met, expires), null, IsTask: false,
            spare >= 0 ? $"{Days(spare)} to spare." : $"{Days(-spare)} short.");
    }

    private ClockLine? Refund() => file.Cure > 0 && ConsummatedOn is { } closed && dates.Deadline(RuleCodes.Cure, closed) is { } due
        ? Task(RuleCodes.Cure, "Refund what exceeds the tolerance", due, On(NoticeKind.ToleranceRefund))
        : null;

    private ClockLine Task(string key, string title, RuleDate due, DateOnly? doneOn, bool outlivesEnding = false)
    {
        var state = doneOn is { } done ? done <= due.Day ? ClockState.Met : ClockState.Broken : Running(due.Day);
        return new ClockLine(key, due.Rule, title, due, due.Day, outlivesEnding ? state : Ended(state, due.Day), doneOn);
    }

    // What was not due yet when the loan ended is not due any more: comment 19(e)(1)(iii)-3.
    private ClockState Ended(ClockState state, DateOnly due) => file.EndedOn is { } ended && state != ClockState.Met && ended <= due ? ClockState.Moot : state;

    private ClockState Running(DateOnly due) => today > due ? ClockState.Broken : due.DayNumber - today.DayNumber <= SoonDays ? ClockState.Soon : ClockState.Open;

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => new[] { one, other }.Min();

    private static string Days(int days) => days == 1 ? "1 day" : $"{days} days";
}

using CrmStudio.Domain.Compliance.Rules;

namespace CrmStudio.Domain.Loans.Clocks;

/// <summary>
/// The regulatory clocks of one loan: what is due by when, from when it may close, and what a rule stands in the way of. Reads the file and
/// changes nothing. Runs from the day the six pieces of the application were in; before that it has nothing to say.
/// </summary>
public sealed partial class LoanClock
{
    /// <summary>Days before its end at which a clock is close to it.</summary>
    public const int SoonDays = 3;

    private readonly ClockFile file;
    private readonly RuleDates dates;
    private readonly DateOnly today;
    private readonly List<Disclosure> estimates, closingDisclosures;

    /// <summary>Reads a file.</summary>
    /// <param name="file">What is known of the loan.</param>
    /// <param name="dates">The rules, as the lender counts them.</param>
    /// <param name="today">Today, in the organization's time zone.</param>
    public LoanClock(ClockFile file, RuleDates dates, DateOnly today)
    {
        (this.file, this.dates, this.today) = (file, dates, today);
        estimates = [.. file.Disclosures.Where(disclosure => disclosure.Kind == DisclosureKind.LoanEstimate).OrderBy(disclosure => disclosure.Number)];
        closingDisclosures = [.. file.Disclosures.Where(disclosure => disclosure.Kind == DisclosureKind.ClosingDisclosure).OrderBy(disclosure => disclosure.Number)];
    }

    /// <summary>Name of the rule pack it counts by.</summary>
    public string RulePack => dates.Book.Version;

    /// <summary>Whether the six pieces are in.</summary>
    public bool IsRunning => Application is not null;

    /// <summary>Whether the integrated disclosures are due.</summary>
    public bool IsTrid => IsRunning && !file.IsExempt;

    /// <summary>The day the first Loan Estimate counts as received.</summary>
    public DateOnly? EstimateReceivedOn => estimates.Count > 0 ? estimates[0].Received(dates).Day : null;

    /// <summary>The day the consumer said to proceed.</summary>
    public DateOnly? IntentOn => On(NoticeKind.IntentToProceed);

    /// <summary>The day the loan closed; null while that lies ahead.</summary>
    public DateOnly? ConsummatedOn => Loan.ClosingOn is { } closing && closing <= today && Loan.FundedOn is not null ? closing : null;

    private Loan Loan => file.Loan;

    private DateOnly? Application => Loan.ApplicationCompleteOn;

    private DateOnly? On(NoticeKind kind) => file.Notices.Where(notice => notice.Kind == kind).Select(notice => (DateOnly?)notice.HappenedOn).Min();

    /// <summary>Every wait before the closing, from what has gone out so far.</summary>
    public IReadOnlyList<ClosingBound> Waits()
    {
        var waits = new List<ClosingBound>();
        if (!IsTrid) return waits;

        if (estimates.Count > 0 && dates.Earliest(RuleCodes.WaitAfterEstimate, estimates[0].SentOn) is { } seven) waits.Add(new(seven, null, Sent(estimates[0])));
        if (estimates.Count > 1) AddWait(waits, RuleCodes.WaitAfterRevisedEstimate, estimates[^1]);
        for (var i = 0; i < closingDisclosures.Count; i++)
        {
            if (i == 0) AddWait(waits, RuleCodes.WaitAfterClosingDisclosure, closingDisclosures[0]);
            else if (closingDisclosures[i].NewWaitAfter(closingDisclosures[i - 1], dates.Book).Count > 0) AddWait(waits, RuleCodes.WaitAfterChangedDisclosure, closingDisclosures[i]);
        }
        return waits;
    }

    /// <summary>
    /// The first lawful day of the closing: the latest of the waits, where what has not gone out counts as handed over today. Null where the
    /// clock does not run.
    /// </summary>
    public ClosingBound? EarliestClosing() => WaitsFromToday().MaxBy(wait => wait.Day);

    /// <summary>The right to rescind, counted from a closing or from the last of what must be delivered; null where there is none.</summary>
    public RuleDate? RescissionEnds(DateOnly closing) =>
        Loan.IsRescindable ? dates.Deadline(RuleCodes.Rescission, On(NoticeKind.RightToRescind) is { } told && told > closing ? told : closing) : null;

    /// <summary>
    /// The day the money can go out: on the closing, or where the consumer may rescind, on the first day after that which the offices are
    /// open.
    /// </summary>
    public DateOnly DisbursementOn(DateOnly closing) =>
        RescissionEnds(closing) is { } ends ? dates.CalendarOf(DayKind.General).After(ends.Day, 1).Result : closing;

    /// <summary>Whether a day counts for the waits before a closing.</summary>
    public bool Counts(DateOnly day) => dates.CalendarOf(DayKind.Specific).Mark(day).Counts;

    private List<ClosingBound> WaitsFromToday()
    {
        var waits = Waits().ToList();
        if (!IsTrid) return waits;

        if (estimates.Count == 0 && dates.Earliest(RuleCodes.WaitAfterEstimate, today) is { } seven) waits.Add(new(seven, null, "a Loan Estimate handed over today", IsPlanned: true));
        if (closingDisclosures.Count == 0 && dates.Earliest(RuleCodes.WaitAfterClosingDisclosure, today) is { } three)
            waits.Add(new(three, null, "a Closing Disclosure handed over today", IsPlanned: true));
        return waits;
    }

    private void AddWait(List<ClosingBound> waits, string rule, Disclosure disclosure)
    {
        var (received, presumed) = disclosure.Received(dates);
        if (dates.Earliest(rule, received) is { } wait) waits.Add(new(wait, presumed, Sent(disclosure)));
    }

    private static string Sent(Disclosure disclosure) => $"{disclosure.RecordName}, {disclosure.Method switch
    {
        DisclosureMethod.InPerson => "handed over",
        DisclosureMethod.Electronic => "e-mailed",
        DisclosureMethod.UsMail => "mailed",
        DisclosureMethod.Courier => "sent by courier",
        DisclosureMethod.Fax => "faxed",
        _ => "sent",
    }} {disclosure.SentOn:MMM d}";
}

using CrmStudio.Domain.Compliance;
using CrmStudio.Domain.Compliance.Calendars;
using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Domain.Loans.Hmda;
using CrmStudio.Infrastructure.Platform.Persistence;
using static CrmStudio.Infrastructure.Platform.Seeding.DemoOutcome;

namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>
/// What went out and what was said about the loans on the board that have an application: disclosures on lawful days, fees, the register. Told
/// to the domain like everything else. Three loans show what goes wrong: an estimate that went out late, a closing whose disclosure comes too
/// late, with an override asked for, and a charge beyond its tolerance.
/// </summary>
internal sealed class DemoClocks
{
    private const int Application = 5, Processing = 6, ConditionalApproval = 8, ClearToClose = 9, Closing = 10, Funded = 11;
    private static readonly string loans = Tables.NameOf(typeof(Loan));

    private readonly DemoStaff staff;
    private readonly DemoRows rows;
    private readonly DemoDays days;
    private readonly RuleDates dates;
    private readonly string lei;
    private bool hasLateEstimate;
    private Loan? lateClosing;

    public DemoClocks(DemoStaff staff, DemoRows rows, DemoDays days, DateTimeOffset since)
    {
        (this.staff, this.rows, this.days) = (staff, rows, days);
        var lender = LenderProfile.Usual();
        var number = staff.Cast.Lender.Initials + "000000000000000000";
        Must(lender.Identify(lei = number[..18] + CheckDigits.For(number[..18])));
        rows.Add(lender, since);
        var friday = OfficeDay.Note(DayAfterThanksgiving(days.Today), isOpen: false, "Day after Thanksgiving", known: 0).Value!;
        rows.Add(friday, since);
        var book = new RuleBook(RulePack.Shipped);
        dates = new RuleDates(book, new OfficeDays(lender, [friday], book.Holidays));
    }

    /// <summary>The rules as this lender counts them.</summary>
    public RuleDates Dates => dates;

    /// <summary>Tells the clocks of one loan.</summary>
    public void Tell(DemoLoans.Told told)
    {
        var (loan, plan, dice) = (told.Loan, told.Plan, told.Plan.Dice.For("clocks"));
        if (plan.End is { Ending: "Denied" } denied) Deny(loan, plan, denied, dice);
        if (!plan.OnBoard || plan.ReachedAt(Application) is not { } applied) return;

        if (lateClosing is null && plan is { Stage: ClearToClose, IsShown: false }) PlanTooEarly(loan, plan);
        Receive(loan, plan, applied, dice);
        var isLate = !hasLateEstimate && plan is { Stage: Processing + 1, IsShown: false };
        hasLateEstimate |= isLate;
        var sent = Disclose(loan, plan, dice, isLate);
        var notices = Say(loan, plan, sent, dice);
        AddFees(loan, plan, sent, notices, dice);
        AddRegister(loan, plan, dice);
        var file = new ClockFile { Loan = loan, Disclosures = sent, Notices = notices };
        foreach (var task in ClockTasks.Keep(new LoanClock(file, dates, days.Today), loans, loan, [], days.Now)) rows.Add(task, days.Now);
    }

    private void Receive(Loan loan, DemoLoanPlan plan, DateTimeOffset applied, Dice dice)
    {
        // A name comes first, the number to pull credit with comes last.
        ApplicationPiece[] order =
            [ApplicationPiece.Name, ApplicationPiece.LoanAmount, ApplicationPiece.PropertyAddress, ApplicationPiece.EstimatedValue, ApplicationPiece.Income, ApplicationPiece.SocialSecurityNumber];
        foreach (var (piece, place) in order.Select((piece, place) => (piece, place)))
        {
            var at = place == 0 ? plan.OpenedAt : applied.AddMinutes(-(order.Length - 1 - place) * dice.Between(2, 9));
            Must(loan.Receive(piece, at < plan.OpenedAt ? plan.OpenedAt : at, staff.IdOf(plan.Officer), days.Now, days.DayOf));
        }
        foreach (var piece in loan.Pieces) rows.Add(piece, piece.ReceivedAt);
    }

    private List<Disclosure> Disclose(Loan loan, DemoLoanPlan plan, Dice dice, bool isLate)
    {
        var sent = new List<Disclosure>();
        var (wait, spare, apr, by) = (dice.Between(0, 2), dice.Between(0, 3), (loan.NoteRate ?? 6.5m) + 0.001m * dice.Between(85, 240), staff.IdOf(plan.Officer));
        var office = dates.CalendarOf(DayKind.General);
        var applied = loan.ApplicationCompleteOn!.Value;
        var draft = new DisclosureDraft
        {
            LoanId = loan.Id, Kind = DisclosureKind.LoanEstimate, SentOn = office.After(applied, isLate ? 5 : wait + (office.Mark(applied).Counts ? 0 : 1)).Result, Method = DisclosureMethod.Electronic, ConsentOn = applied, Apr = apr,
            Product = "Fixed Rate", IsRateLocked = false,
        };
        draft = draft with { IsRateLocked = loan.LockedOn <= draft.SentOn };
        Send(sent, draft, by);

        if (sent.Count > 0 && loan.LockedOn is { } locked && locked > sent[0].SentOn)
            Send(sent, draft with { SentOn = office.After(locked, 1 + wait % 2).Result, IsRateLocked = true, Reasons = [ChangeReason.RateLock], KnownOn = locked }, by);

        if (sent.Count > 0 && plan.Stage >= ClearToClose && loan.ClosingOn is { } closing && dates.Latest(RuleCodes.WaitAfterClosingDisclosure, closing) is { } received && loan != lateClosing)
        {
            var mailed = dates.Latest(RuleCodes.Receipt, received.Day)!.Day.AddDays(-spare);
            Send(sent, draft with { Kind = DisclosureKind.ClosingDisclosure, SentOn = mailed > sent[^1].SentOn ? mailed : sent[^1].SentOn.AddDays(1), IsRateLocked = true, Apr = apr + 0.001m * spare }, by);
        }
        if (sent.Count > 0) loan.SendEstimate(sent[0].SentOn);
        return sent;
    }

    private void Send(List<Disclosure> sent, DisclosureDraft draft, Guid by)
    {
        if (draft.SentOn > days.Today) return;   // still to come
        var recorded = Disclosure.Record(draft, sent, hasIntent: sent.Count > 0, dates, days.Today, by);
        var disclosure = Must(recorded);
        sent.Add(disclosure);
        rows.Add(disclosure, days.At(disclosure.SentOn, DemoDays.Opens));
    }

    private List<LoanNotice> Say(Loan loan, DemoLoanPlan plan, List<Disclosure> sent, Dice dice)
    {
        var notices = new List<LoanNotice>();
        var clock = new LoanClock(new ClockFile { Loan = loan, Disclosures = sent }, dates, days.Today);
        var after = dice.Between(0, 3);
        if (clock.EstimateReceivedOn is { } received) Add(NoticeKind.IntentToProceed, received.AddDays(after), "By e-mail");
        if (plan.Stage >= ConditionalApproval && loan.ConditionallyApprovedOn is { } approved) Add(NoticeKind.Approval, approved, "Approval letter");
        if (plan.Stage >= Closing && loan is { IsRescindable: true, ClosingOn: { } closing }) Add(NoticeKind.RightToRescind, closing, "Two copies each, at signing");
        return notices;

        void Add(NoticeKind kind, DateOnly on, string note)
        {
            if (on > days.Today) return;
            var notice = LoanNotice.Record(loan.Id, kind, on, note, clock, days.Today, staff.IdOf(plan.Officer)).Value!;
            notices.Add(notice);
            rows.Add(notice, days.At(on, DemoDays.Closes));
        }
    }

    private void AddFees(Loan loan, DemoLoanPlan plan, List<Disclosure> sent, List<LoanNotice> notices, Dice dice)
    {
        if (sent.Count == 0 || loan.Amount is not { } amount) return;
        var intent = notices.FirstOrDefault(notice => notice.Kind == NoticeKind.IntentToProceed)?.HappenedOn;
        var isFinal = sent.Any(disclosure => disclosure.Kind == DisclosureKind.ClosingDisclosure);
        var (appraisal, grown, tax) = (25m * dice.Between(22, 34), dice.Percent(20) ? 75m : 0, Math.Round(amount * 0.0011m, 0));
        (FeeSection Section, string Name, string? PaidTo, decimal Estimated, decimal More, DateOnly? ImposedOn, bool IsCredit)[] lines =
        [
            (FeeSection.A, "Underwriting", staff.Cast.Lender.Name, 1_095m, 0, null, false),
            (FeeSection.A, "Application", staff.Cast.Lender.Name, 350m, 0, null, false),
            (FeeSection.B, "Appraisal", "Coastal Valuation", appraisal, grown, intent, false),
            (FeeSection.B, "Credit report", "Tri-Bureau Credit", 68m, 0, loan.ApplicationCompleteOn, true),
            (FeeSection.B, "Flood determination", null, 19m, 0, null, false),
            (FeeSection.C, "Title search", "Tidewater Title", 415m, 20m, null, false),
            (FeeSection.C, "Lender's title insurance", "Tidewater Title", Math.Round(amount * 0.0024m, 0), 0, null, false),
            (FeeSection.E, "Recording fees", null, 142m, dice.Between(0, 9), null, false),
            (FeeSection.F, "Homeowner's insurance, 12 months", null, 1_380m, 115m, null, false),
            (FeeSection.G, "Property taxes, 3 months", null, tax, 0, null, false),
        ];
        foreach (var line in lines)
        {
            var fee = new Fee(loan.Id);
            Must(fee.Set(new FeeTerms(line.Section, line.Name, line.PaidTo, Fee.UsualBucket(line.Section), line.Estimated, isFinal ? line.Estimated + line.More : null, line.ImposedOn, line.IsCredit), intent));
            rows.Add(fee, days.At(sent[0].SentOn, DemoDays.Opens));
        }
    }

    private void AddRegister(Loan loan, DemoLoanPlan plan, Dice dice)
    {
        var (score, ratio, share) = (DemoCredit.ScoreOf(plan), 26m + 0.1m * dice.Between(0, 190), dice.Between(30, 46));
        var record = new HmdaRecord(loan.Id);
        Must(record.Set(new HmdaTerms
        {
            Uli = CheckDigits.UliFor(lei, loan.Number), TotalUnits = 1, IncomeThousands = loan.Amount is { } amount ? (int)Math.Round(amount / share / 100m) : null, CreditScore = score, ScoreModel = HmdaScoreModel.FicoClassic04,
            DebtToIncome = plan.Stage > Processing ? ratio : null, RateSpread = plan.Stage >= ConditionalApproval ? 0.01m * dice.Between(-30, 95) : null, IsHighCost = plan.Stage >= Funded ? false : null,
            NmlsrId = staff.NmlsOf(plan.Officer), IsOpenEnd = loan.Product == "HELOC",
        }));
        rows.Add(record, days.Now);
    }

    /// <summary>Tomorrow, although its Closing Disclosure has not gone out; the officer has asked for an override.</summary>
    private void PlanTooEarly(Loan loan, DemoLoanPlan plan)
    {
        lateClosing = loan;
        loan.CloseOn(DemoDays.WorkdayAfter(days.Today.AddDays(1)));
        var at = days.Ago(0, 9 * 60);
        var asked = RuleOverride.Request(
            dates.Book.Newest(RuleCodes.WaitAfterClosingDisclosure), loans, loan.Id, loan.BorrowerName, loan.ClosingOn,
            "The seller's foreclosure sale is set for the day after. The borrower's handwritten statement of the emergency is on file.", staff.IdOf(plan.Officer), at);
        rows.Add(asked.Value!, at);
    }

    private void Deny(Loan loan, DemoLoanPlan plan, DemoEnd denied, Dice dice)
    {
        AdverseReason[] usual =
            [AdverseReason.ExcessiveObligations, AdverseReason.DelinquentObligations, AdverseReason.Collateral, AdverseReason.IncomeUnverified, AdverseReason.LimitedCredit, AdverseReason.InsufficientCash];
        var on = days.DayOf(denied.At);
        var action = AdverseAction.Take(loan.Id, on, [.. dice.Shuffle(usual).Take(dice.Between(1, 3))], null, dates.Book, staff.IdOf(plan.Officer)).Value!;
        rows.Add(action, denied.At);
    }

    private static DateOnly DayAfterThanksgiving(DateOnly today)
    {
        var friday = Thanksgiving(today.Year).AddDays(1);
        return today <= friday ? friday : Thanksgiving(today.Year + 1).AddDays(1);
    }

    private static DateOnly Thanksgiving(int year) => new DateOnly(year, 11, 1) is var first ? first.AddDays((11 - (int)first.DayOfWeek) % 7 + 21) : default;
}

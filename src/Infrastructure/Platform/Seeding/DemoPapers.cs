using CrmStudio.Domain.Loans.Papers;
using static CrmStudio.Infrastructure.Platform.Seeding.DemoOutcome;

namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>
/// The needs list and the conditions of the loans on the board that have an application: what is missing early, what waits for a look,
/// what came back, and nothing open that a stage behind the loan has asked for.
/// </summary>
internal sealed class DemoPapers
{
    private const int Application = 5, Processing = 6, ConditionalApproval = 8, ClearToClose = 9, Closing = 10, Funded = 11;

    private static readonly (ConditionCategory Category, string Text, string? Document)[] usual =
    [
        (ConditionCategory.PriorToApproval, "Verify large deposits over 50 % of monthly income on the latest statements", "Bank statements, last two months"),
        (ConditionCategory.PriorToDocs, "Verbal verification of employment within 10 business days of the note", null),
        (ConditionCategory.PriorToDocs, "Updated pay stub, not older than 30 days at closing", "Pay stubs, last 30 days"),
        (ConditionCategory.PriorToDocs, "Explanation of the credit inquiries of the last 90 days, signed", null),
        (ConditionCategory.PriorToDocs, "Homeowner's insurance with the lender as mortgagee, dwelling cover at least the loan amount", "Homeowner's insurance binder"),
        (ConditionCategory.PriorToFunding, "Final title commitment, clear of judgments and liens", "Title commitment"),
        (ConditionCategory.PriorToFunding, "Proof that funds to close come from a verified account", null),
        (ConditionCategory.PostClosing, "Recorded deed of trust and final title policy", null),
    ];

    private readonly DemoStaff staff;
    private readonly DemoRows rows;
    private readonly DemoDays days;
    private readonly DemoFiles files;
    private readonly IReadOnlyList<NeedTemplate> templates = DefaultNeeds.All();

    public DemoPapers(DemoStaff staff, DemoRows rows, DemoDays days, DemoFiles files, DateTimeOffset since)
    {
        (this.staff, this.rows, this.days, this.files) = (staff, rows, days, files);
        foreach (var template in templates) rows.Add(template, since);
    }

    public void Write(DemoLoans.Told told)
    {
        if (!told.Plan.OnBoard || told.Plan.ReachedAt(Application) is not { } applied || told.Loan.EstimateSentOn is not { } sent) return;
        var asked = days.At(sent > days.DayOf(applied) ? sent : days.DayOf(applied), DemoDays.Closes - 30);
        if (asked > days.Now) return;
        var dice = told.Plan.Dice.For("papers");
        var requests = Ask(told, asked, dice);
        if (told.Plan.ReachedAt(ConditionalApproval) is { } approved) Condition(told, approved, requests, dice);
    }

    private List<DocumentRequest> Ask(DemoLoans.Told told, DateTimeOffset asked, Dice dice)
    {
        var (plan, loan, by) = (told.Plan, told.Loan, staff.IdOf(told.Plan.Officer));
        var requests = new List<DocumentRequest>();
        foreach (var template in templates.Where(template => template.Fits(loan.MortgageType, loan.Purpose, loan.Occupancy)))
        {
            // What has not come was mostly asked for in these days; a little is late.
            var comes = dice.Percent(plan.Stage switch { >= ClearToClose => 100, >= Processing + 1 => 90, Processing => 70, _ => 35 });
            var at = comes || dice.Percent(12) ? asked : Later(asked, days.Ago(days.WorkdaysAgo(dice.Between(0, 3)), dice.Between(DemoDays.Opens, DemoDays.Closes)));
            if (at > days.Now) at = asked;
            var request = Must(DocumentRequest.Ask(loan.Id, template.NeedOn(days.DayOf(at), estimateSent: true), true, requests.Count + 1, by, at));
            request.Told(at.AddMinutes(20));
            if (comes) Bring(told, request, at, dice);
            requests.Add(request);
            rows.Add(request, at, request.StatusSince);
        }
        return requests;
    }

    private void Bring(DemoLoans.Told told, DocumentRequest request, DateTimeOffset asked, Dice dice)
    {
        var isDone = told.Plan.Stage >= ClearToClose || dice.Percent(86);
        var day = DemoDays.WorkdayAfter(days.DayOf(asked).AddDays(dice.Between(1, 5)));
        var at = days.At(day, dice.Between(DemoDays.Opens, DemoDays.Closes));
        var latest = told.Plan.ReachedAt(ClearToClose) ?? days.Now;
        if (!isDone) at = Later(asked.AddHours(1), days.Ago(days.WorkdaysAgo(dice.Between(0, 2)), dice.Between(DemoDays.Opens, DemoDays.Closes)));   // waits for somebody to look
        if (at >= latest) at = asked + (latest - asked) * 0.4;
        Must(request.Receive(request.FromBorrower ? Guid.Empty : staff.IdOf(told.Plan.Officer), at));
        files.Keep(request, told.Borrower.Name, request.FromBorrower ? Guid.Empty : staff.IdOf(told.Plan.Officer), at);
        var isBack = !isDone && dice.Percent(25);
        if (!isDone && !isBack) return;
        var by = staff.IdOf(staff.Processor ?? told.Plan.Officer);
        var looked = at + (latest - at) * (isDone ? 0.3 : 0.6);
        if (isDone) Must(request.Accept(days.DayOf(looked), null, by, looked));
        else Must(request.Reject(RejectionCode.Other, "The last page is missing: please send all pages, even the empty ones.", by, looked));
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private void Condition(DemoLoans.Told told, DateTimeOffset approved, List<DocumentRequest> requests, Dice dice)
    {
        var (plan, by) = (told.Plan, staff.IdOf(told.Plan.Officer));
        var number = 0;
        foreach (var (category, text, document) in usual.Where(one => one.Category == ConditionCategory.PostClosing || dice.Percent(80)))
        {
            var condition = Must(LoanCondition.Open(told.Loan.Id, ++number, category, text, category == ConditionCategory.PostClosing ? null : days.DayOf(approved).AddDays(10), by, approved));
            var settledBy = category switch
            {
                ConditionCategory.PriorToApproval or ConditionCategory.PriorToDocs => plan.ReachedAt(ClearToClose),
                ConditionCategory.PriorToFunding => plan.ReachedAt(Funded),
                _ => null,
            };
            if (settledBy is { } before) Must(condition.MoveTo(ConditionStatus.Cleared, null, by, approved + (before - approved) * (0.3 + 0.6 * dice.Unit())));
            else if (plan.Stage <= Closing && dice.Percent(55)) Must(condition.MoveTo(dice.Percent(50) ? ConditionStatus.Requested : ConditionStatus.Received, null, by, approved + (days.Now - approved) * 0.5));
            rows.Add(condition, approved, condition.StatusSince);
            if (document is not null && requests.Find(request => request.Name == document) is { } proof) rows.Add(new LoanConditionDocument(condition.Id, proof.Id), approved);
        }
    }
}

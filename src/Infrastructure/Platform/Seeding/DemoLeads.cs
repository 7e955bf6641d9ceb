using CrmStudio.Domain.Access;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Scoring;
using CrmStudio.Infrastructure.Platform.Persistence;
using static CrmStudio.Infrastructure.Platform.Seeding.DemoOutcome;

namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>
/// The people who asked: some new, two of them waiting longer than was promised, some in the pond, some put off, most of them answered and worked,
/// and those that ended. Who became a loan is the borrower of one on the board. Some people are known twice, for the merge.
/// </summary>
internal sealed class DemoLeads(DemoStaff staff, DemoCrowd crowd, DemoRows rows, DemoDays days, Dice dice)
{
    /// <summary>Who is known twice.</summary>
    public const int Twice = 5;

    private const string Pond = "Nobody’s yet", Shown = "Yes, call and write to me about loans. I can end this at any time.";
    private const int Breached = 2, Promised = 4, InPond = 9, PutOff = 14, NotToCall = 6;
    private static readonly string leads = Tables.NameOf(typeof(Lead));

    // Parts of 480, with the days ago they asked.
    private static readonly (LeadStatus Status, int Count, int Least, int Most)[] phases =
    [
        (LeadStatus.New, 24, 0, 2), (LeadStatus.Contacted, 52, 1, 21), (LeadStatus.Qualified, 34, 3, 30), (LeadStatus.Nurturing, 40, 20, 120), (LeadStatus.Lost, 150, 15, 240), (LeadStatus.Unqualified, 60, 5, 240),
    ];

    private readonly IReadOnlyList<DemoPerson> people = [.. staff.Cast.People.Where(person => person.Role is BuiltInRole.LoanOfficer or BuiltInRole.SalesRep || person.Share > 0)];
    private readonly DemoPerson boss = staff.Cast.People.First(person => person.Leads);
    private LeadPond pond = default!;
    private ScoreModel model = default!;

    /// <summary>Tells them.</summary>
    /// <param name="told">The loans; those on the board were leads first.</param>
    /// <param name="since">When the pond was dug.</param>
    /// <param name="part">One of how many of the usual number there are.</param>
    /// <param name="converted">How many loans on the board were leads.</param>
    public void Tell(IReadOnlyList<DemoLoans.Told> told, DateTimeOffset since, int part, int converted)
    {
        rows.Add(pond = Must(LeadPond.Dig(Pond, null)), since);
        rows.Add(model = ScoreModel.OfPrior(since), since);
        foreach (var phase in phases)
            for (var i = 0; i < phase.Count / part; i++) Ask(phase.Status, i, days, phase.Least, phase.Most, dice.For($"{phase.Status} {i}"));
        foreach (var (loan, i) in told.Where(loan => loan.Plan.OnBoard).DistinctBy(loan => loan.Borrower.Id).Take(converted).Select((loan, i) => (loan, i))) Became(loan, dice.For($"converted {i}"));
    }

    private void Ask(LeadStatus status, int place, DemoDays on, int least, int most, Dice own)
    {
        var (ago, minute, isOffice) = (own.Between(least, most), own.Between(7 * 60, 21 * 60), own.Percent(82));
        var at = status == LeadStatus.New && place < Breached + Promised ? on.Now.AddMinutes(-50 - 7 * place) : on.Ago(isOffice ? on.WorkdaysAgo(ago) : ago, minute);
        var source = own.Pick(DemoLeadLines.Sources, one => one.Share);
        var person = own.Pick(people, one => one.Share > 0 ? one.Share : 18);
        var contact = crowd.Stranger(own, null, at);
        Must(contact.Know(contact.Facts() with { Kind = ContactKind.Prospect, State = own.Pick(["ME", "ME", "ME", "NH", "MA"]), Source = source.Source, Language = own.Percent(6) ? "Spanish" : null }));
        var lead = Receive(contact, source.Source, source.Details, own, at);

        if (status == LeadStatus.New && place >= 24 - InPond) Put(lead, at);
        else Give(lead, person, own.Percent(40), at.AddMinutes(own.Between(1, 9)));
        if (status != LeadStatus.New) Work(lead, contact, person, own.Between(1, status is LeadStatus.Qualified or LeadStatus.Nurturing ? 5 : 3), at, status is LeadStatus.Lost or LeadStatus.Unqualified ? at.AddDays(9) : on.Now, own);
        if (status == LeadStatus.Contacted && place < NotToCall) contact.DoNotCall(at);
        Stand(lead, status, place, person, own, at);
        if (contact.DoNotCallSince is null && lead.IsOpen) Rate(lead, contact);
        if (own.Percent(45)) Agree(contact, source.Source, at);
        if (status == LeadStatus.Contacted && place is >= 10 and < 10 + Twice) Again(contact, at);
        rows.Add(lead, at);
    }

    private void Stand(Lead lead, LeadStatus status, int place, DemoPerson person, Dice own, DateTimeOffset at)
    {
        var (until, step) = (own.Between(1, 9), own.Between(0, 6));
        switch (status)
        {
            case LeadStatus.New when place < Breached:
                lead.Promise(days.Now.AddMinutes(-20 - 15 * place));
                lead.Breach();
                break;
            case LeadStatus.New when place < Breached + Promised:
                lead.Promise(days.Now.AddMinutes(25 * (place - Breached + 1) * (place - Breached + 1)));
                break;
            case LeadStatus.Lost or LeadStatus.Unqualified:
                Must(lead.End(status, own.Pick(status == LeadStatus.Lost ? DemoLeadLines.Lost : DemoLeadLines.NeverLeads), staff.IdOf(person), Earlier(at.AddDays(10 + until))));
                return;
            case LeadStatus.Qualified or LeadStatus.Nurturing:
                Must(lead.Stand(status));
                break;
        }
        if (status is LeadStatus.Contacted or LeadStatus.Qualified && place % 2 == 0) Must(lead.Plan(own.Pick(DemoLeadLines.Steps), DemoDays.WorkdayAfter(days.Today.AddDays(step - 1))));
        if (status is LeadStatus.Contacted or LeadStatus.Nurturing && place % 6 == 1 && place / 6 < PutOff / 2) Must(lead.Snooze(days.At(DemoDays.WorkdayAfter(days.Today.AddDays(until)), 9 * 60), days.Now));
    }

    /// <summary>The score the app would give now, with its reasons.</summary>
    private void Rate(Lead lead, Contact contact)
    {
        var rating = LeadRating.Of(ScoreFacts.Of(lead, contact.Email is not null, contact.Phone is not null, hasWrongNumber: false, hasCoBorrower: false, days.Now), ScoreWeights.Prior);
        lead.Rate(rating.Score, days.Now);
        rows.Add(new Score(lead.Id, rating, model.Number, days.Now), days.Now);
    }

    /// <summary>Somebody whose loan stands on the board asked some days before it was opened.</summary>
    private void Became(DemoLoans.Told told, Dice own)
    {
        var at = told.Plan.OpenedAt.AddDays(-own.Between(1, 9)).AddMinutes(-own.Between(0, 300));
        var source = DemoLeadLines.Sources.FirstOrDefault(one => one.Source == told.Plan.Source, DemoLeadLines.Sources[0]);
        var lead = Receive(told.Borrower, source.Source, source.Details, own, at);
        Give(lead, told.Plan.Officer, own.Percent(50), at.AddMinutes(own.Between(1, 9)));
        Work(lead, told.Borrower, told.Plan.Officer, own.Between(1, 3), at, told.Plan.OpenedAt, own);
        Must(lead.Convert(told.Loan.Id, staff.IdOf(told.Plan.Officer), told.Plan.OpenedAt));
        rows.Add(lead, at, told.Plan.OpenedAt);
    }

    private Lead Receive(Contact contact, string source, string[] details, Dice own, DateTimeOffset at)
    {
        var wish = own.Pick(DemoLeadLines.Wishes, one => one.Share);
        var (words, amount, soon, detail) = (own.Pick(wish.Words), own.Between(18, 96) * 5_000m, own.Pick(Enum.GetValues<LeadTimeline>()), details.Length == 0 ? null : own.Pick(details));
        var lead = Must(Lead.Receive(contact, new LeadOrigin(source, detail), new LeadWish(wish.Interest, soon, amount, "ME", words), null, at));
        rows.Add(new Activity(leads, lead.Id, ActivityKind.System, $"Came by {source}{(detail is null ? null : $" ({detail})")}: “{words}”", null, at), at);
        return lead;
    }

    private void Put(Lead lead, DateTimeOffset at)
    {
        Must(lead.WaitIn(pond.Id, null));
        rows.Add(new LeadAssignment(lead.Id, AssignmentKind.Ponded, null, pond.Id, null, at), at);
    }

    private void Give(Lead lead, DemoPerson person, bool isClaimed, DateTimeOffset at)
    {
        at = Earlier(at);
        Must(lead.AssignTo(staff.IdOf(person), at));
        rows.Add(new LeadAssignment(lead.Id, isClaimed ? AssignmentKind.Claimed : AssignmentKind.Given, staff.IdOf(person), null, isClaimed ? staff.IdOf(person) : staff.IdOf(boss), at), at);
    }

    /// <summary>Calls and messages on working days, spread over the time there was.</summary>
    private void Work(Lead lead, Contact contact, DemoPerson person, int count, DateTimeOffset from, DateTimeOffset to, Dice own)
    {
        for (var i = 0; i < count; i++)
        {
            var (part, minute, touch) = ((i + own.Unit()) / count, own.Between(DemoDays.Opens, DemoDays.Closes), own.Pick(DemoLeadLines.Touches, one => one.Share).Touch);
            if (i == 0 && touch.Kind == ActivityKind.Note) touch = DemoLeadLines.Touches[0].Touch;
            var raw = from + (to - from) * (0.05 + part * part * 0.9);
            var office = days.At(DemoDays.WorkdayBefore(days.DayOf(raw)), minute);
            var at = office > from && office < to ? office : raw;
            lead.Work(touch, at);
            if (touch.IsContact) contact.Touched(at);
            rows.Add(Must(Activity.Of(leads, lead.Id, touch, staff.IdOf(person), at)), at);
        }
    }

    private void Agree(Contact contact, string source, DateTimeOffset at)
    {
        foreach (var channel in (ConsentChannel[])[ConsentChannel.Call, ConsentChannel.Sms, ConsentChannel.Email])
            if (Consent.Record(contact, new(channel, ConsentPurpose.Marketing, true, at, ConsentMethod.WebForm, Shown, $"{source} form"), null, at).Value is { } consent) rows.Add(consent, at);
    }

    /// <summary>The same person under the same number, entered once more with another address.</summary>
    private void Again(Contact contact, DateTimeOffset at)
    {
        var twin = new Contact(contact.FirstName, contact.LastName);
        var mailbox = $"{char.ToLowerInvariant(contact.FirstName[0])}.{rows.Count(typeof(Contact))}@example.com";
        Must(twin.Know(twin.Facts() with { Kind = ContactKind.Prospect, Email = mailbox, Phone = contact.Phone, State = contact.State }));
        rows.Add(twin, at);
    }

    private DateTimeOffset Earlier(DateTimeOffset at) => at < days.Now ? at : days.Now.AddMinutes(-1);
}

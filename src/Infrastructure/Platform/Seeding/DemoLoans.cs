using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Pipelines;
using static CrmStudio.Infrastructure.Platform.Seeding.DemoOutcome;

namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>
/// Tells each planned loan to the domain, move by move, so that no loan stands in a stage whose rules it breaks: a refusal here
/// ends the load. The events it raises are dropped, because what happened long ago must not be told to anybody now.
/// </summary>
internal sealed class DemoLoans(DemoStaff staff, DemoCrowd crowd, DemoRows rows, DemoDays days, RuleDates dates, DemoLocks locks)
{
    private const int PreQualified = 3, Application = 5, Processing = 6, ClearToClose = 9, Closing = 10, Funded = 11, PostClose = 12;

    private readonly Dictionary<int, int> numbered = [];
    private readonly List<(Contact Borrower, Contact? CoBorrower)> clients = [];

    /// <summary>A loan as told.</summary>
    public sealed record Told(DemoLoanPlan Plan, Loan Loan, Contact Borrower, Contact? Agent);

    /// <summary>Tells all loans. Numbers follow the order of opening, as they would have.</summary>
    public IReadOnlyList<Told> Tell(IReadOnlyList<DemoLoanPlan> plans)
    {
        plans = [.. plans.Select(WithTimeToRescind)];
        var numbers = new string[plans.Count];
        foreach (var place in Enumerable.Range(0, plans.Count).OrderBy(place => plans[place].OpenedAt).ThenBy(place => place)) numbers[place] = NextNumber(plans[place].OpenedAt);
        return [.. plans.Select((plan, place) => Tell(plan, numbers[place]))];
    }

    private Told Tell(DemoLoanPlan plan, string number)
    {
        var dice = plan.Dice.For("told");
        var officer = staff.IdOf(plan.Officer);
        var processor = plan.Stage >= Application && dice.Percent(70) && staff.Processor is { } known ? staff.IdOf(known) : (Guid?)null;
        var (borrower, coBorrower) = Borrowers(plan, officer, dice);

        var first = staff.Pipeline.Stages[0];
        var loan = Loan.Open(number, borrower.Name, first, officer, by: plan.Source is "Zillow" or "Web" ? Guid.Empty : officer, at: plan.OpenedAt);
        loan.Reach(first.Milestone, days.DayOf(plan.OpenedAt));
        loan.Source = plan.Source;
        loan.ProcessBy(processor);
        var agent = AddParties(plan, loan, borrower, coBorrower, dice);
        Must(loan.SetTerms(plan.Terms.KnownIn(plan.Stage, dice)));
        Locate(plan, loan, dice);
        PlanClosing(plan, loan, dice);
        LockRate(plan, loan, dice);
        Move(plan, loan, officer, processor);

        AddRows(plan, loan);
        if (plan.Stage == PostClose) clients.Add((borrower, coBorrower));
        return new Told(plan, loan, borrower, agent);
    }

    private string NextNumber(DateTimeOffset openedAt)
    {
        var year = days.DayOf(openedAt).Year % 100;
        return $"{staff.Cast.Lender.Initials}-{year:00}-{numbered[year] = numbered.GetValueOrDefault(year) + 1:0000}";
    }

    private (Contact Borrower, Contact? CoBorrower) Borrowers(DemoLoanPlan plan, Guid officer, Dice dice)
    {
        var at = plan.OpenedAt.AddMinutes(-2);
        if (plan is { Source: "Past client", Borrower: null, PastClients: > 0 }) return clients[dice.Between(0, plan.PastClients - 1)];

        var borrower = plan.Borrower is { } name ? crowd.Named(name, officer, at) : crowd.Stranger(dice, officer, at);
        var coBorrower = plan.CoBorrower is { } other ? crowd.Named(other, officer, at)
            : dice.Percent(44) ? crowd.Stranger(dice, officer, at, dice.Percent(80) ? borrower.LastName : null)
            : null;
        return (borrower, coBorrower);
    }

    private Contact? AddParties(DemoLoanPlan plan, Loan loan, Contact borrower, Contact? coBorrower, Dice dice)
    {
        Contact buyers = dice.Pick(crowd.Agents), listing = dice.Pick(crowd.Agents), title = dice.Pick(crowd.TitleCompanies);
        if (plan.IsShown) (buyers, title) = (crowd.Agents[0], crowd.TitleCompanies[0]);
        var (hasAgent, hasListing) = (dice.Percent(75) || plan.Stage >= Application, dice.Percent(45) && plan.Stage >= Application);

        Add(loan, borrower, LoanPartyRole.Borrower);
        if (coBorrower is not null) Add(loan, coBorrower, LoanPartyRole.CoBorrower);
        var agent = plan.Terms.IsPurchase && plan.Stage >= 3 && hasAgent ? buyers : null;
        if (agent is not null) Add(loan, agent, LoanPartyRole.BuyersAgent);
        if (plan.Terms.IsPurchase && hasListing && listing != buyers) Add(loan, listing, LoanPartyRole.ListingAgent);
        if (plan.Stage >= Processing) Add(loan, title, LoanPartyRole.TitleCompany);
        if (plan.Source == "Referral") Add(loan, agent ?? listing, LoanPartyRole.Referrer);
        return agent;
    }

    private static void Add(Loan loan, Contact contact, LoanPartyRole role) => loan.AddParty(contact.Id, contact.Name, role);

    /// <summary>A refinance knows its house from the start; a buyer knows the area first and the house with the contract.</summary>
    private void Locate(DemoLoanPlan plan, Loan loan, Dice dice)
    {
        var (street, town) = plan.Property ?? (DemoPlaces.Street(dice), DemoPlaces.TownFor(staff.Cast.Lender, dice));
        var (knowsStreet, knowsTown) = plan.Terms.IsPurchase ? (plan.Stage >= Application, plan.Stage >= 3) : (plan.Stage >= 2, true);
        loan.LocateProperty(knowsStreet ? street : null, knowsTown ? town.Name : null, knowsTown ? town.State : null, knowsStreet ? town.Zip : null);
    }

    private void PlanClosing(DemoLoanPlan plan, Loan loan, Dice dice)
    {
        var settled = dice.Between(3, 4);
        if (plan.ReachedAt(Funded) is { } fundedAt)
        {
            var (funded, docsOut) = (days.DayOf(fundedAt), days.DayOf(plan.ReachedAt(Closing)!.Value));
            var signed = loan.IsRescindable ? SigningBefore(funded) : DemoDays.WorkdayBefore(funded.AddDays(-settled));
            loan.CloseOn(plan.Terms.IsPurchase ? funded : signed > docsOut ? signed : docsOut);
        }
        else if (plan.ClosesIn is { } ahead && (plan.Terms.IsPurchase || plan.Stage >= Processing))
            loan.CloseOn(DemoDays.WorkdayAfter(DayOfReckoning(plan).AddDays(ahead)));
    }

    /// <summary>After a refinance the borrower may rescind for three business days before the money moves: documents go out a week earlier where they would come too late.</summary>
    private DemoLoanPlan WithTimeToRescind(DemoLoanPlan plan)
    {
        if (plan.ReachedAt(Funded) is not { } funded || !Loan.CanBeRescinded(plan.Terms.Full.Purpose, plan.Terms.Full.Occupancy)) return plan;
        if (days.DayOf(plan.ReachedAt(Closing)!.Value) <= SigningBefore(days.DayOf(funded))) return plan;
        return plan with { Moves = [.. plan.Moves.Select(move => move.Stage <= Closing ? move with { At = move.At.AddDays(-7) } : move)] };
    }

    private DateOnly SigningBefore(DateOnly funded) => DemoDays.WorkdayBefore(dates.Latest(RuleCodes.Rescission, funded.AddDays(-1))!.Day);

    private void LockRate(DemoLoanPlan plan, Loan loan, Dice dice)
    {
        var (spare, terms) = (dice.Between(3, 20), dice.Shuffle([30, 45, 60, 15]));
        var expires = plan.ReachedAt(Funded) is { } funded ? days.DayOf(funded).AddDays(spare)
            : plan.LockDaysLeft is { } left ? DayOfReckoning(plan).AddDays(left)
            : (DateOnly?)null;
        if (expires is not { } end || plan.ReachedAt(Application) is not { } applied) return;

        // A lock desk sells 15, 30, 45 or 60 days; take the one that began between application and clear to close.
        var (from, to) = (days.DayOf(applied), days.DayOf(plan.ReachedAt(ClearToClose) ?? plan.End?.At ?? days.Now));
        var fitting = terms.Select(term => end.AddDays(-term)).Where(day => day >= from && day <= to).ToList();
        var on = fitting.Count > 0 ? fitting[0] : end.AddDays(-30) < from ? from : to;
        locks.Lock(loan, plan, on, end, plan.Dice.For("locks"));
    }

    private DateOnly DayOfReckoning(DemoLoanPlan plan) => plan.End is { } ended ? days.DayOf(ended.At) : days.Today;

    private void Move(DemoLoanPlan plan, Loan loan, Guid officer, Guid? processor)
    {
        var stages = staff.Pipeline.Stages;
        for (var i = 1; i < plan.Moves.Count; i++)
        {
            var (from, move) = (plan.Moves[i - 1], plan.Moves[i]);
            var by = move.Stage > Application && processor is { } clerk ? clerk : officer;
            Must(loan.AdvanceTo(stages[from.Stage - 1], stages[move.Stage - 1], by, move.At, days.DayOf(move.At), move.Reason));
        }
        if (plan.End is { } end) Must(loan.End(EndingNamed(end.Ending), officer, end.At, end.Reason));
    }

    private PipelineEnding EndingNamed(string name) => staff.Pipeline.Endings.Single(ending => ending.Name == name);

    private void AddRows(DemoLoanPlan plan, Loan loan)
    {
        rows.Add(loan, plan.OpenedAt, plan.End?.At ?? loan.StageSince);
        foreach (var party in loan.Parties) rows.Add(party, plan.OpenedAt);
        foreach (var visit in loan.Visits) rows.Add(visit, visit.EnteredAt, visit.LeftAt);
        if (plan is { OnBoard: true, Stage: >= PreQualified }) DemoSheet.Write(loan, rows, plan.Dice.For("sheet"), plan.ReachedAt(PreQualified) ?? plan.OpenedAt);
    }
}

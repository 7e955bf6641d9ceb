using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Locks;
using static CrmStudio.Infrastructure.Platform.Seeding.DemoOutcome;

namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>
/// The lock desk's books about the loans on the board, told to the domain like everything else: locks as they were sold, some extended, some
/// made again, one that ran out, requests that wait. Years behind the board the loan alone says that it was locked.
/// </summary>
internal sealed class DemoLocks
{
    private const int Waiting = 5, AskingForMore = 2;
    private static readonly string[] reasons = ["The seller needs another week.", "The appraisal came late.", "Waiting for the title commitment.", "The condo questionnaire is still out.", "Two conditions are still open."];
    private static readonly string[] notes = ["Closing is firm.", "Borrower wants it before the Fed meets.", "Contract is signed, appraisal is in."];

    private readonly DemoStaff staff;
    private readonly DemoRows rows;
    private readonly DemoDays days;
    private readonly LockPolicyTerms policy = LockPolicyTerms.Usual;
    private readonly Dictionary<Guid, List<RateLock>> books = [];
    private readonly Guid desk;

    public DemoLocks(DemoStaff staff, DemoRows rows, DemoDays days)
    {
        (this.staff, this.rows, this.days) = (staff, rows, days);
        desk = staff.IdOf(staff.Cast.People.FirstOrDefault(person => person.Role == BuiltInRole.Manager) ?? staff.Cast.People[0]);
        var written = new LockPolicy(days.Today.AddDays(-200));
        Must(written.Write(policy, $"Secondary marketing memo {written.EffectiveOn.Year % 100:00}-04", written.EffectiveOn, staff.IdOf(staff.Cast.People[0])));
        rows.Add(written, days.Ago(200, 9 * 60));
    }

    /// <summary>Locks the rate of a loan so that it ends on a day.</summary>
    public void Lock(Loan loan, DemoLoanPlan plan, DateOnly on, DateOnly end, Dice dice)
    {
        if (!plan.OnBoard)
        {
            Must(loan.Lock(on, end));
            return;
        }
        var (chance, reason, ahead) = (dice.Between(1, 100), dice.Pick(reasons), dice.Between(1, 4));
        var total = end.DayNumber - on.DayNumber;
        var span = policy.Days.Where(sold => sold <= total).DefaultIfEmpty(0).Max();
        if (span >= 30 && span == total && chance <= 30) span -= 15;   // 15 of the days were bought later
        var extendedOn = Earlier(on.AddDays(span - ahead), days.Today);
        if (span == 0 || (span < total && (total - span > 15 || extendedOn <= on)))
        {
            span = total = policy.Days.Where(sold => sold >= total).DefaultIfEmpty(policy.Days[^1]).Min();
            on = end.AddDays(-span);
        }

        var again = chance > 90 ? Before(loan, plan, on) : null;
        var made = Make(loan, plan, on, span, again is null ? 0.125m * dice.Between(-2, 5) : again.Points + policy.RelockPoints, dice.Percent(40) ? dice.Pick(notes) : null);
        if (span < total)
        {
            var at = On(extendedOn, 10 * 60 + 20);
            var more = total - span;
            rows.Add(Done(made.Extend(loan, more, policy.PriceOf(more) ?? 0.02m * more, reason, policy, extendedOn, desk, at)), at);
        }
    }

    /// <summary>What waits at the desk, and what ran out.</summary>
    public void Wait(IReadOnlyList<DemoLoans.Told> told)
    {
        var standing = told.Where(one => books.ContainsKey(one.Loan.Id) && one.Loan.FundedOn is null).Select(one => (one.Plan, one.Loan, Last: books[one.Loan.Id][^1])).ToList();
        foreach (var (_, loan, last) in standing)
            if (last.RunOut(days.Today, On(days.Today, 10))) loan.LetLockRunOut(days.Today);
        foreach (var one in told.Where(one => one.Plan is { OnBoard: true, Stage: >= 6 and <= 8, End: null } && one.Loan is { LockStatus: LockStatus.Floating, NoteRate: not null }).Take(Waiting))
        {
            var dice = one.Plan.Dice.For("asks");
            Ask(one.Loan, one.Plan, days.Ago(dice.Between(0, 1), dice.Between(DemoDays.Opens, DemoDays.Closes)), 30, 0.125m * dice.Between(-1, 4), dice.Pick(notes));
        }
        foreach (var (plan, _, last) in standing.Where(one => one.Last is { Holds: true, ExtendedDays: 0 } && one.Last.ExpiresOn <= days.Today.AddDays(5)).Take(AskingForMore))
            Must(last.AskForMore(7, reasons[0], days.Today, staff.IdOf(plan.Officer), days.Ago(0, 9 * 60 + 10)));
    }

    /// <summary>A lock that ran out a few days before the one it was followed by.</summary>
    private RateLock? Before(Loan loan, DemoLoanPlan plan, DateOnly on)
    {
        var last = on.AddDays(-3);
        if (last.AddDays(-15) <= days.DayOf(plan.OpenedAt)) return null;
        var before = Make(loan, plan, last.AddDays(-15), 15, 0.125m, null);
        var at = On(last.AddDays(1), 10);
        before.RunOut(last.AddDays(1), at);
        loan.LetLockRunOut(last.AddDays(1));
        return before;
    }

    private RateLock Make(Loan loan, DemoLoanPlan plan, DateOnly on, int span, decimal points, string? note)
    {
        var before = books.GetValueOrDefault(loan.Id)?[^1];
        var asked = Ask(loan, plan, On(on, 9 * 60 + 25), span, points, note);
        var (at, terms) = (On(on, 11 * 60 + 5), new LockTerms(asked.Product, asked.Rate, points, span));
        Must(asked.Lock(loan, new LockGiven(terms, 100m - points + 1.5m, $"INV{on.DayOfYear:000}{loan.Number[^4..]}"), before, policy, on, on, desk, at));
        return asked;
    }

    private RateLock Ask(Loan loan, DemoLoanPlan plan, DateTimeOffset at, int span, decimal points, string? note)
    {
        var known = books.TryGetValue(loan.Id, out var book) ? book : books[loan.Id] = [];
        var terms = new LockTerms(loan.Product ?? plan.Terms.Full.Product!, loan.NoteRate ?? plan.Terms.Full.NoteRate!.Value, points, span);
        var asked = Done(RateLock.Request(loan, known, terms, note, policy, staff.IdOf(plan.Officer), at));
        known.Add(asked);
        rows.Add(asked, at);
        return asked;
    }

    private DateTimeOffset On(DateOnly day, int minute) => day >= days.Today ? days.Ago(0, minute) : days.At(day, minute);

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static T Done<T>(Outcome<T> outcome)
    {
        Must(new Outcome(outcome.Refusal));
        return outcome.Value!;
    }
}

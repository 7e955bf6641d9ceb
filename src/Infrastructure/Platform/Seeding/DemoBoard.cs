using CrmStudio.Domain.Loans;

namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>The loans on the board today: a funnel with some that stand too long, locks that run out, closings in the next weeks.</summary>
internal sealed class DemoBoard(DemoStaff staff, DemoDays days, Dice dice)
{
    private const int Lead = 1, ConditionalApproval = 8, Funded = 11, PostClose = 12;

    /// <summary>Where a borrower can come from, in parts of a hundred.</summary>
    public static readonly (string Source, int Share)[] Sources = [("Zillow", 22), ("Referral", 31), ("Web", 24), ("Past client", 15), ("Walk-in", 8)];

    // Chance in percent that a loan of stage 1 to 12 is locked; days to closing.
    private static readonly int[] locked = [0, 0, 0, 0, 20, 45, 65, 85, 100, 100, 0, 0];
    private static readonly (int Least, int Most)[] closesIn = [default, default, default, default, (25, 42), (16, 33), (11, 24), (6, 17), (2, 9), (0, 5), default, default];

    private int locks;

    /// <param name="perStage">How many loans stand in each stage, first to last.</param>
    /// <param name="pastClients">How many earlier clients there are to come back.</param>
    public IReadOnlyList<DemoLoanPlan> Plan(IReadOnlyList<int> perStage, int pastClients)
    {
        var plans = new List<DemoLoanPlan>();
        for (var stage = 1; stage <= perStage.Count; stage++)
            for (var i = 0; i < perStage[stage - 1]; i++) plans.Add(Plan(stage, dice.For($"{stage}/{i}"), pastClients));
        return plans;
    }

    /// <summary>Gives names to some of the loans, and puts the one everybody is shown first into Conditional approval.</summary>
    public static IReadOnlyList<DemoLoanPlan> Cast(IReadOnlyList<DemoLoanPlan> plans, DemoStaff staff, DemoDays days, Dice dice)
    {
        var named = plans.ToList();
        var places = dice.Shuffle(Enumerable.Range(0, plans.Count)).Take(DemoNames.OnTheBoard.Length).ToList();
        for (var i = 0; i < places.Count; i++) named[places[i]] = named[places[i]] with { Borrower = DemoNames.OnTheBoard[i] };

        var shown = named.FindIndex(plan => plan.Stage == ConditionalApproval);
        named[shown] = named[shown] with
        {
            Borrower = "Marisol Whitlock", CoBorrower = "Evan Whitlock", Officer = staff.Officers[0], Source = "Referral", IsIdle = false,
            Property = ("214 Alder Court", new DemoPlaces.Town("Wells Harbor", "ME", "04090")),
            Terms = new DemoTerms(new LoanTerms(409_600m, 512_000m, 512_000m, null, LoanPurpose.Purchase, Occupancy.PrimaryResidence, MortgageType.Conventional, "Conv 30", 360, 6.375m)),
            Moves = DemoJourney.To(ConditionalApproval, days.Ago(days.WorkdaysAgo(3), 16 * 60 + 41), null, dice.For("shown"), days),
            LockDaysLeft = 16, ClosesIn = 12, Days = 3, IsShown = true,
        };
        return named;
    }

    private DemoLoanPlan Plan(int stage, Dice own, int pastClients)
    {
        var officer = own.Pick(staff.Officers, person => person.Share);
        var limit = staff.Pipeline.Stages[stage - 1].RotsAfterDays;
        var isIdle = own.Percent(officer.Idle) && limit is not null;
        var (ago, longest) = DaysInStage(stage, limit, isIdle, own);
        var since = days.Ago(stage == Lead ? ago : days.WorkdaysAgo(ago, longest), DemoJourney.Minute(stage, own));
        var moves = DemoJourney.To(stage, since, stage == PostClose ? own.Between(8, 14) : null, own, days);
        var closes = own.Between(closesIn[stage - 1].Least, closesIn[stage - 1].Most);
        return new DemoLoanPlan
        {
            Dice = own, Officer = officer, Terms = DemoTerms.Throw(own, 0), Source = own.Pick(Sources, pair => pair.Share).Source, Moves = moves, PastClients = pastClients,
            OnBoard = true, Days = ago, IsIdle = isIdle, LockDaysLeft = own.Percent(locked[stage - 1]) ? NextLock(stage, own) : null, ClosesIn = closes > 0 || stage == 10 ? closes : null,
        };
    }

    /// <summary>Days in the stage, and how many they may become when moved off a weekend.</summary>
    private static (int Days, int Longest) DaysInStage(int stage, int? limit, bool isIdle, Dice own)
    {
        var (fresh, over) = (own.Unit(), own.Unit());
        if (stage == Funded) return ((int)(fresh * 13), 14);
        if (limit is not { } most) return (1 + (int)(fresh * 8), 10);
        return isIdle ? (most + 2 + (int)(over * Math.Max(5, most / 2)), int.MaxValue) : ((int)(fresh * Math.Min(most, 46)), most);
    }

    /// <summary>Every sixth lock ends within five days; the third of those has ended already: a breach.</summary>
    private int NextLock(int stage, Dice own)
    {
        var (soon, later) = (own.Between(0, 5), own.Between(stage > ConditionalApproval ? 9 : 7, 38));
        return ++locks % 6 != 0 ? later : locks == 18 ? -2 : soon;
    }
}

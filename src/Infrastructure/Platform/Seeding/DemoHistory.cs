namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>The two years behind: loans that funded, and loans that ended on the way.</summary>
internal sealed class DemoHistory(DemoStaff staff, DemoDays days, Dice dice)
{
    /// <summary>First and last day of the loans that funded, as days ago. Those of the last month stand on the board.</summary>
    public const int FirstFunded = 730, LastFunded = 34;

    private const int Submitted = 7, PostClose = 12;

    /// <summary>Funded loans, oldest first, more in the warm months.</summary>
    public IReadOnlyList<DemoLoanPlan> Funded(int count)
    {
        var closings = days.ClosingDays(count, FirstFunded, LastFunded);
        return [.. closings.Select((day, i) => Funded(day, i, FirstFunded - (FirstFunded - LastFunded) * i / count, dice.For($"funded {i}")))];
    }

    /// <summary>Loans that ended without funding, oldest first.</summary>
    /// <param name="count">How many.</param>
    /// <param name="clients">How many funded loans there are.</param>
    public IReadOnlyList<DemoLoanPlan> Ended(int count, int clients) =>
        [.. Enumerable.Range(0, count).Select(i => Ended(FirstFunded - (FirstFunded - 1) * i / count, clients * i / count, dice.For($"ended {i}")))];

    private DemoLoanPlan Funded(DateOnly day, int index, int nominalDaysAgo, Dice own)
    {
        var fundedFor = own.Between(8, 14);
        var shipped = days.At(DemoDays.WorkdayAfter(day.AddDays(fundedFor)), DemoJourney.Minute(PostClose, own));
        var exactly = days.DayOf(shipped).DayNumber - day.DayNumber;
        return Plan(own, nominalDaysAgo, DemoJourney.To(PostClose, shipped, exactly, own, days)) with { PastClients = Math.Max(0, index - 350) };
    }

    private DemoLoanPlan Ended(int daysAgo, int clients, Dice own)
    {
        var ending = own.Pick(DemoReasons.Endings, ending => ending.Weight);
        var stage = own.Between(ending.FirstStage, ending.LastStage);
        var at = days.Ago(days.WorkdaysAgo(daysAgo), own.Between(DemoDays.Opens, DemoDays.Closes));
        var since = days.At(DemoDays.WorkdayBefore(days.DayOf(at).AddDays(-own.Between(2, 20))), DemoJourney.Minute(stage, own));
        return Plan(own, daysAgo, DemoJourney.To(stage, since, null, own, days)) with
        {
            PastClients = Math.Max(0, clients - 350), LockDaysLeft = stage >= Submitted ? own.Between(-3, 20) : null, ClosesIn = stage >= Submitted ? own.Between(5, 25) : null,
            End = new DemoEnd(ending.Name, at, own.Pick(ending.Reasons)),
        };
    }

    private DemoLoanPlan Plan(Dice own, int daysAgo, IReadOnlyList<DemoMove> moves) => new()
    {
        Dice = own, Officer = own.Pick(staff.Officers, person => person.Share), Terms = DemoTerms.Throw(own, daysAgo),
        Source = own.Pick(DemoBoard.Sources, pair => pair.Share).Source, Moves = moves,
    };
}

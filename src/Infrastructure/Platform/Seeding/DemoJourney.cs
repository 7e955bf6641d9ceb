namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>How a loan came to where it is: through every stage, on working days, some with a step back to Processing.</summary>
internal static class DemoJourney
{
    private const int Processing = 6, Submitted = 7;

    // Usual days in stages 1 to 12.
    private static readonly (int Least, int Most)[] stays = [(0, 2), (2, 7), (4, 16), (6, 32), (2, 6), (6, 13), (2, 6), (4, 11), (2, 5), (2, 6), (6, 12), (0, 0)];

    /// <summary>The moves up to a stage.</summary>
    /// <param name="stage">Where it is, 1 to 12.</param>
    /// <param name="since">Since when.</param>
    /// <param name="fundedFor">Days it was in Funded, when that must be exact.</param>
    /// <param name="dice">The loan's dice.</param>
    /// <param name="days">The calendar.</param>
    public static IReadOnlyList<DemoMove> To(int stage, DateTimeOffset since, int? fundedFor, Dice dice, DemoDays days)
    {
        var path = Enumerable.Range(1, stage).ToList();
        if (dice.Percent(7) && stage > Submitted) path.InsertRange(Submitted, [Processing, Submitted]);

        var moves = new List<DemoMove> { Move(path, path.Count - 1, since, dice) };
        for (var i = path.Count - 2; i >= 0; i--)
        {
            var (least, most) = stays[path[i] - 1];
            var stay = dice.Between(least, most);
            if (path[i] == 11 && fundedFor is { } exactly) stay = exactly;
            moves.Insert(0, Move(path, i, Before(moves[0].At, stay, path[i], dice, days), dice));
        }
        return moves;
    }

    /// <summary>A minute of the day: office hours, but leads come at any time people are awake.</summary>
    public static int Minute(int stage, Dice dice) => stage == 1 ? dice.Between(7 * 60, 22 * 60) : dice.Between(DemoDays.Opens, DemoDays.Closes);

    private static DateTimeOffset Before(DateTimeOffset next, int stay, int stage, Dice dice, DemoDays days)
    {
        var (minute, gap) = (Minute(stage, dice), dice.Between(12, 95));
        var day = days.DayOf(next).AddDays(-stay);
        var at = days.At(stage == 1 ? day : DemoDays.WorkdayBefore(day), minute);
        return at < next ? at : next.AddMinutes(-gap);
    }

    private static DemoMove Move(List<int> path, int i, DateTimeOffset at, Dice dice)
    {
        var reason = dice.Pick(DemoReasons.GoingBack);
        return new DemoMove(path[i], at, i > 0 && path[i] < path[i - 1] ? reason : null);
    }
}

using System.Globalization;
using System.Text.Json;
using CrmStudio.Domain.Loans.Clocks;

namespace CrmStudio.App.Loans.Clocks.Parts;

/// <summary>
/// Eleven weeks of closings of one loan, each with everything that follows: what the browser shows while the closing is dragged. It is made on
/// the server, so that there is one implementation of the rules; <c>wwwroot/js/clock.js</c> only looks up.
/// </summary>
public sealed class ClosingTable
{
    /// <summary>Days that can be tried.</summary>
    public const int Days = 77;

    private const int Before = 45, After = 45;   // what follows from a closing lies beside those days
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    private readonly DateOnly today;
    private readonly ClosingPlan[] plans;
    private readonly DateOnly? earliest;

    public ClosingTable(LoanClock clock, DateOnly today, DateOnly? closing)
    {
        this.today = today;
        var start = closing < today ? closing.Value : today;
        First = start.AddDays(-(((int)start.DayOfWeek + 6) % 7));
        if (closing > First.AddDays(Days - 1)) First = closing.Value.AddDays(-(Days - 14));
        plans = [.. Enumerable.Range(0, Days).Select(index => clock.Plan(First.AddDays(index)))];
        earliest = clock.EarliestClosing()?.Day;
        Skipped = [.. Enumerable.Range(0, Days).Where(index => !clock.Counts(First.AddDays(index)))];
        Json = ToJson();
    }

    /// <summary>The first day that can be tried, a Monday.</summary>
    public DateOnly First { get; }

    /// <summary>The last.</summary>
    public DateOnly Last => First.AddDays(Days - 1);

    /// <summary>Days that do not count, by their place.</summary>
    public IReadOnlyList<int> Skipped { get; }

    /// <summary>The table as the browser reads it.</summary>
    public string Json { get; }

    /// <summary>Place of today.</summary>
    public int TodayAt => IndexOf(today);

    /// <summary>Place of the first lawful closing; 0 where nothing waits.</summary>
    public int EarliestAt => earliest is { } day ? Math.Clamp(IndexOf(day), 0, Days) : 0;

    /// <summary>The Monday of each week.</summary>
    public IEnumerable<string> Weeks => Enumerable.Range(0, Days / 7).Select(week => First.AddDays(week * 7).ToString("MMM d", english));

    public int IndexOf(DateOnly day) => day.DayNumber - First.DayNumber;

    /// <summary>"Wed, Dec 2".</summary>
    public string Label(DateOnly day) => LoanWords.Day(day, today);

    /// <summary>", in 12 days".</summary>
    public string Ahead(DateOnly day) => (day.DayNumber - today.DayNumber) switch { 0 => ", today", 1 => ", tomorrow", > 1 and var days => $", in {days} days", -1 => ", yesterday", var days => $", {-days} days ago" };

    /// <summary>The spans drawn for a closing.</summary>
    public IEnumerable<SimBar> BarsOf(DateOnly closing)
    {
        var plan = plans[IndexOf(closing)];
        yield return Bar("le", "sim-bar sim-le", 0.5, DayOf(plan, "le-by"), closing);
        yield return Bar("mail", "sim-bar sim-mail", 3, DayOf(plan, "cd-mailed"), DayOf(plan, "cd-received"));
        yield return Bar("wait", "sim-bar sim-wait", 3, DayOf(plan, "cd-received"), closing);
        yield return Bar("rescission", "sim-bar sim-resc", 5.5, closing, DayOf(plan, "rescission"));
        yield return Bar("lock", plan["lock"].State == PlanState.Missed ? "sim-bar sim-lock sim-short" : "sim-bar sim-lock", 8, First, DayOf(plan, "lock"));
    }

    public static string Look(PlanState state) => state switch { PlanState.Done => "tag tag-ok", PlanState.Missed => "tag tag-bad", PlanState.Ahead => "tag", _ => "tag tag-none" };

    public static string Word(PlanDate date) => Word(date.Key, date.State);

    /// <summary>What happens on day 0 of a date's count.</summary>
    public static string FromOf(string key) => key switch
    {
        "earliest" => "day 0", "le-by" => "send by", "rle-received" or "cd-received" => "receive by", "rle-mailed" or "cd-mailed" => "mail by", "rescission" => "closing", _ => "day 0",
    };

    /// <summary>What the last day of a date's count is.</summary>
    public static string ToOf(string key) => key switch
    {
        "earliest" => "earliest closing", "le-by" or "rle-received" or "cd-received" => "closing", "rle-mailed" or "cd-mailed" => "received", "rescission" => "ends at midnight", _ => "",
    };

    private static string Word(string key, PlanState state) => (key, state) switch
    {
        (_, PlanState.None) => "does not apply",
        ("earliest", PlanState.Missed) => "too early",
        ("earliest", _) => "met",
        ("lock", PlanState.Missed) => "too short",
        ("lock", _) => "covered",
        (_, PlanState.Done) => "done",
        (_, PlanState.Missed) => "too late",
        _ => "ahead",
    };

    private SimBar Bar(string key, string look, double y, DateOnly? from, DateOnly? to)
    {
        if (from is not { } start || to is not { } end || end < start) return new(key, look, 0, y, 0);
        var (left, right) = (Math.Clamp(IndexOf(start), 0, Days), Math.Clamp(IndexOf(end) + 1, 0, Days));
        return new(key, look, left, y, Math.Max(0, right - left));
    }

    private static DateOnly? DayOf(ClosingPlan plan, string key) => plan.Dates.SingleOrDefault(date => date.Key == key)?.Day;

    private string ToJson() => JsonSerializer.Serialize(new
    {
        labels = Enumerable.Range(-Before, Before + Days + After).Select(index => Label(First.AddDays(index))),
        before = Before,
        ahead = Enumerable.Range(0, Days).Select(index => Ahead(First.AddDays(index))),
        keys = plans[0].Dates.Select(date => date.Key),
        words = plans[0].Dates.Select(date => Enum.GetValues<PlanState>().Select(state => Word(date.Key, state))),
        looks = Enum.GetValues<PlanState>().Select(Look),
        // Per closing: lawful or not, then day and state of each date, then place and width of each bar.
        plans = plans.Select((plan, index) => new object?[]
        {
            plan.Breaks.Count == 0 ? 1 : 0, plan.Dates.Select(date => date.Day is { } day ? IndexOf(day) : (int?)null), plan.Dates.Select(date => (int)date.State), plan.Dates.Select(date => date.Key == "lock" ? date.Note : null).Last(),
            BarsOf(First.AddDays(index)).Select(bar => new[] { bar.X, bar.Width }),
        }),
        bars = BarsOf(First).Select(bar => bar.Key),
    });
}

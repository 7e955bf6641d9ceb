using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Hours;
using CrmStudio.Domain.Leads.Routing;

namespace CrmStudio.Domain.Tests.Leads.Routing;

public sealed class RoutingRehearsalTests
{
    private static readonly DateTimeOffset start = new(2026, 9, 1, 15, 0, 0, TimeSpan.Zero);
    private readonly Guid ana = Guid.CreateVersion7(), marc = Guid.CreateVersion7();

    [Fact]
    public void Open_leads_end_when_they_ended_and_days_begin_anew()
    {
        var rules = new RoutingPlan[] { new(Guid.CreateVersion7(), "Ana", new() { Method = RoutingMethod.Specific, Places = [new(ana)], OpenCap = 2, DailyCap = 2 }) };
        var board = Board(open: 1);
        PastLead[] leads = [Lead(0, ends: 30), Lead(10, null), Lead(40, null), Lead(24 * 60, null), Lead(24 * 60 + 1, null)];

        var went = new RoutingRehearsal(rules, board, DayOf).Run(leads).Select(choice => choice.MemberId).ToList();

        // One open from before: the first fills the cap, the second is too many, the third comes after the first ended.
        Assert.Equal([ana, null, ana, null, null], went);
    }

    [Fact]
    public void The_same_leads_go_the_same_way_however_often_they_are_tried()
    {
        var rules = new RoutingPlan[] { new(Guid.CreateVersion7(), "All", new() { Places = [new(ana), new(marc)] }) };
        var leads = Enumerable.Range(0, 9).Select(at => Lead(at, null)).ToList();

        var first = new RoutingRehearsal(rules, Board(0), DayOf).Run(leads).Select(choice => choice.MemberId).ToList();

        Assert.Equal(first, new RoutingRehearsal(rules, Board(0), DayOf).Run(leads).Select(choice => choice.MemberId));
        Assert.Equal((5, 4), (first.Count(member => member == ana), first.Count(member => member == marc)));
    }

    private static PastLead Lead(int minute, int? ends) =>
        new(Guid.CreateVersion7(), "Asker", start.AddMinutes(minute), ends is { } end ? start.AddMinutes(end) : null, new(LeadSources.Web, "TX", null, null, null), null);

    private RoutingBoard Board(int open)
    {
        var clock = new WorkClock(WorkWeek.Usual("America/New_York"), _ => null);
        RoutingCandidate Of(Guid id, string name) => new(id, name, true, null, null, [], new Dictionary<string, DateOnly?>(), clock, open, 0);
        return new(new Dictionary<Guid, RoutingCandidate> { [ana] = Of(ana, "Ana"), [marc] = Of(marc, "Marc") }, new Dictionary<Guid, RoutingWheel>(), new Dictionary<Guid, string>(), clock, new DateOnly(2026, 9, 1));
    }

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}

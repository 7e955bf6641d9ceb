using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Hours;
using CrmStudio.Domain.Leads.Routing;

namespace CrmStudio.Domain.Tests.Leads.Routing;

public sealed class RoutingDecisionTests
{
    private static readonly DateTimeOffset tuesday = new(2026, 12, 1, 15, 0, 0, TimeSpan.Zero);   // 10:00 AM in New York
    private static readonly RoutedLead texan = new(LeadSources.Web, "TX", null, LeadInterest.Purchase, 55);
    private readonly Dictionary<Guid, RoutingCandidate> members = [];
    private readonly Dictionary<Guid, RoutingWheel> wheels = [];
    private readonly Guid ana, marc, lena, pond = Guid.CreateVersion7();

    public RoutingDecisionTests() => (ana, marc, lena) = (Hire("Ana"), Hire("Marc"), Hire("Lena"));

    [Fact]
    public void Without_a_rule_nobody_gets_the_lead_and_it_is_said()
    {
        var choice = Decide(texan);

        Assert.False(choice.IsMade);
        Assert.Equal("No routing rule is on", choice.Why.Choice);
    }

    [Fact]
    public void Everybody_who_was_passed_over_is_named_with_the_reason()
    {
        var (keisha, priya, jonah) = (Hire("Keisha"), Hire("Priya"), Hire("Jonah"));
        Change(ana, member => member with { Licences = Licensed("TX") });
        Change(marc, member => member with { Licences = Licensed("ME") });
        Change(lena, member => member with { Licences = Licensed("TX"), Open = 20, OpenCap = 20 });
        Change(keisha, member => member with { Licences = new Dictionary<string, DateOnly?> { ["TX"] = new(2026, 11, 30) } });
        Change(priya, member => member with { Licences = Licensed("TX"), TakesLeads = false });
        Change(jonah, member => member with { Licences = Licensed("TX"), Clock = new(new("America/New_York", [new(DayOfWeek.Monday, new(9, 0), new(17, 0))]), _ => null) });
        var left = Guid.CreateVersion7();

        var choice = Decide(texan, Rule("Web leads", Among(marc, lena, keisha, priya, jonah, left, ana) with { OnlyLicensed = true, OnlyInHours = true }));

        Assert.Equal(ana, choice.MemberId);
        Assert.Equal("Ana, the only one who could take it", choice.Why.Choice);
        Assert.Equal(
            [
                new("Marc", "not licensed in TX"), new("Lena", "at the cap of 20 open leads"), new("Keisha", "the licence in TX ran out on Nov 30, 2026"), new("Priya", "takes no leads"),
                new("Jonah", "off until Monday 9:00 AM"), new PassedOver("Somebody who left", "does not work here any more"),
            ], choice.Why.Members);
    }

    [Fact]
    public void Whose_turn_is_longest_ago_has_the_lead_and_the_others_read_whose_turn_came_earlier()
    {
        var rule = Rule("All", Among(ana, marc));
        Turn(rule, ana, ana, marc);

        var choice = Decide(texan, rule);

        Assert.Equal((marc, "Marc, whose turn it was"), (choice.MemberId!.Value, choice.Why.Choice));
        Assert.Equal(new PassedOver("Ana", "Marc’s turn came earlier"), Assert.Single(choice.Why.Members));
    }

    [Fact]
    public void The_lower_of_the_rules_cap_and_the_members_own_holds()
    {
        Change(ana, member => member with { Open = 5, OpenCap = 20, Today = 3 });
        Change(marc, member => member with { Today = 3, DailyCap = 3 });

        Assert.Equal(lena, Decide(texan, Rule("All", Among(ana, marc, lena) with { OpenCap = 5, DailyCap = 9 })).MemberId);
        Assert.Equal(ana, Decide(texan, Rule("All", Among(ana, marc, lena) with { DailyCap = 9 })).MemberId);
    }

    [Fact]
    public void Rules_are_asked_in_order_and_those_passed_are_named()
    {
        var choice = Decide(texan,
            Rule("Referrals", Among(marc) with { Sources = [LeadSources.Referral] }), Rule("Maine", Among(marc) with { States = ["ME"] }),
            Rule("Spanish", Among(marc) with { Languages = ["Spanish"] }), Rule("Refinances", Among(marc) with { Interests = [LeadInterest.Refinance] }),
            Rule("Hot", Among(marc) with { MinimumScore = 70 }), Rule("Nights", Among(marc) with { Hours = RoutingHours.Outside }), Rule("Rest", Among(ana)));

        Assert.Equal((ana, "Rest"), (choice.MemberId!.Value, choice.Why.Rule));
        Assert.Equal(["not for leads by Web", "not for TX", "not for people who speak English", "not for what is asked for", "the score is 55, not 70", "only outside working hours"], choice.Why.Rules.Select(rule => rule.Why));
    }

    [Fact]
    public void A_pond_has_the_lead_for_its_minutes_and_one_that_was_removed_is_passed()
    {
        var choice = Decide(texan, Rule("Hot", new() { Method = RoutingMethod.Pond, PondId = pond, ClaimMinutes = 10 }));
        Assert.Equal((pond, tuesday.AddMinutes(10)), (choice.PondId!.Value, choice.ClaimBy));
        Assert.Equal("Into Hot leads, for 10 minutes: first to claim has it", choice.Why.Choice);

        var gone = Decide(texan, Rule("Hot", new() { Method = RoutingMethod.Pond, PondId = Guid.CreateVersion7() }), Rule("Rest", Among(ana)));
        Assert.Equal((ana, "its pond was removed"), (gone.MemberId!.Value, gone.Why.Rules[0].Why));
    }

    [Fact]
    public void Who_was_silent_does_not_get_it_again_and_language_finds_who_speaks_it()
    {
        Change(lena, member => member with { Languages = ["Spanish"] });
        var spanish = texan with { Language = "spanish" };
        var rule = Rule("Spanish", Among(ana, lena) with { OnlySpeakers = true });

        Assert.Equal(lena, Decide(spanish, rule).MemberId);
        var silent = new RoutingDecision(Board(), tuesday).Decide(spanish, [rule], new HashSet<Guid> { lena });
        Assert.False(silent.IsMade);
        Assert.Equal([new("Ana", "speaks no spanish"), new PassedOver("Lena", "had the lead and did not answer")], silent.Why.Members);
    }

    /// <summary>Property: whatever the number of members and leads, nobody has more than one lead more than another, and the same input gives the same output.</summary>
    [Theory]
    [InlineData(2, 101)]
    [InlineData(3, 500)]
    [InlineData(7, 1_000)]
    [InlineData(11, 53)]
    public void Round_robin_spreads_within_one(int many, int leads)
    {
        var crew = Enumerable.Range(0, many).Select(at => Hire($"M{at}")).ToArray();
        var rule = Rule("All", Among(crew));
        var counts = crew.ToDictionary(member => member, _ => 0);
        for (var lead = 1; lead <= leads; lead++)
        {
            var chosen = Decide(texan, rule).MemberId!.Value;
            Assert.Equal(chosen, Decide(texan, rule).MemberId);
            Turn(rule, chosen, crew);
            counts[chosen]++;
            Assert.InRange(counts.Values.Max() - counts.Values.Min(), 0, 1);
        }
    }

    [Fact]
    public void Who_was_off_does_not_get_all_the_leads_of_that_time_afterwards()
    {
        var rule = Rule("All", Among(ana, marc, lena));
        for (var lead = 0; lead < 30; lead++) Turn(rule, Decide(texan, Rule("All", Among(ana, marc)) with { Id = rule.Id }).MemberId!.Value, ana, marc);

        var next = new List<Guid>();
        for (var lead = 0; lead < 6; lead++)
        {
            next.Add(Decide(texan, rule).MemberId!.Value);
            Turn(rule, next[^1], ana, marc, lena);
        }
        Assert.Equal(2, next.Count(member => member == lena));
    }

    /// <summary>Property: over each round as long as the sum of the weights, everybody gets exactly their weight, and never all at once.</summary>
    [Theory]
    [InlineData(5, 1, 1)]
    [InlineData(3, 2, 1)]
    [InlineData(10, 7, 4)]
    public void Weighted_follows_the_weights(params int[] weights)
    {
        Guid[] crew = [ana, marc, lena];
        var rule = Rule("All", new RoutingTerms { Method = RoutingMethod.Weighted, Places = [.. crew.Zip(weights, (member, weight) => new RoutingPlace(member, weight))] });
        for (var round = 0; round < 5; round++)
        {
            var got = new List<Guid>();
            for (var lead = 0; lead < weights.Sum(); lead++)
            {
                var choice = Decide(texan, rule);
                got.Add(choice.MemberId!.Value);
                Wheel(rule).Turn(got[^1], choice.Able);
            }
            Assert.Equal(weights, crew.Select(member => got.Count(one => one == member)));
            Assert.NotEqual([ana, ana, ana, ana, ana], got.Take(5));
        }
    }

    [Theory]
    [InlineData("Places")]
    [InlineData("States")]
    [InlineData("MinimumScore")]
    [InlineData("OpenCap")]
    [InlineData("PondId")]
    [InlineData("ClaimMinutes")]
    [InlineData("FallbackPondId")]
    [InlineData("Name")]
    public void A_rule_that_could_never_be_followed_is_refused_at_its_field(string field)
    {
        var waits = new RoutingTerms { Method = RoutingMethod.Pond, PondId = pond };
        var terms = field switch
        {
            "Places" => new RoutingTerms(),
            "States" => Among(ana) with { States = ["XX"] },
            "MinimumScore" => Among(ana) with { MinimumScore = 101 },
            "OpenCap" => Among(ana) with { OpenCap = 0 },
            "PondId" => waits with { PondId = null },
            "ClaimMinutes" => waits with { ClaimMinutes = RoutingTerms.MaxClaimMinutes + 1 },
            "FallbackPondId" => waits with { FallbackPondId = pond },
            _ => Among(ana),
        };
        Assert.Equal(field, new RoutingRule(1).Write(field == "Name" ? " " : "Rule", terms).Refusal?.Field);
    }

    private RoutingChoice Decide(RoutedLead lead, params RoutingPlan[] rules) => new RoutingDecision(Board(), tuesday).Decide(lead, rules);

    private RoutingBoard Board() => new(members, wheels, new Dictionary<Guid, string> { [pond] = "Hot leads" }, Clock(), new DateOnly(2026, 12, 1));

    private void Turn(RoutingPlan rule, Guid chosen, params Guid[] able) => Wheel(rule).Turn(chosen, [.. able.Select(member => new RoutingPlace(member))]);

    private RoutingWheel Wheel(RoutingPlan rule) => wheels.TryGetValue(rule.Id, out var wheel) ? wheel : wheels[rule.Id] = new RoutingWheel(rule.Id);

    private Guid Hire(string name)
    {
        var id = Guid.CreateVersion7();
        members[id] = new RoutingCandidate(id, name, true, null, null, [], new Dictionary<string, DateOnly?>(), Clock(), 0, 0);
        return id;
    }

    private void Change(Guid id, Func<RoutingCandidate, RoutingCandidate> change) => members[id] = change(members[id]);

    private static RoutingTerms Among(params Guid[] crew) => new() { Places = [.. crew.Select(member => new RoutingPlace(member))] };

    private static RoutingPlan Rule(string name, RoutingTerms terms) => new(Guid.CreateVersion7(), name, terms);

    private static Dictionary<string, DateOnly?> Licensed(string state) => new() { [state] = null };

    private static WorkClock Clock() => new(WorkWeek.Usual("America/New_York"), _ => null);
}

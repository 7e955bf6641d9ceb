using System.Globalization;

namespace CrmStudio.Domain.Leads.Routing;

/// <summary>
/// Chooses who gets a lead, and says why nobody else did. The same lead, rules, members and instant always give the same choice: nothing here is
/// left to chance.
/// </summary>
/// <param name="board">What the choice depends on beside the lead.</param>
/// <param name="at">When.</param>
public sealed class RoutingDecision(RoutingBoard board, DateTimeOffset at)
{
    /// <summary>The language of who said none.</summary>
    public const string English = "English";

    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    /// <summary>Asks the rules in order; the first that finds somebody decides.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="rules">The rules that are on, in order.</param>
    /// <param name="not">Members who had the lead and were silent.</param>
    public RoutingChoice Decide(RoutedLead lead, IEnumerable<RoutingPlan> rules, IReadOnlySet<Guid>? not = null)
    {
        var asked = new List<PassedOver>();
        var passed = new Dictionary<Guid, PassedOver>();
        foreach (var rule in rules)
        {
            if (Unfit(lead, rule.Terms) is { } unfit) asked.Add(new(rule.Name, unfit));
            else if (rule.Terms.Method == RoutingMethod.Pond)
            {
                if (IntoPond(rule, passed, asked) is { } ponded) return ponded;
                asked.Add(new(rule.Name, "its pond was removed"));
            }
            else
            {
                if (ToMember(lead, rule, not ?? new HashSet<Guid>(), passed, asked) is { } given) return given;
                asked.Add(new(rule.Name, "nobody it names could take the lead"));
            }
        }
        var nobody = asked.Count == 0 ? "No routing rule is on" : "No routing rule found anybody";
        return new(new RoutingWhy(null, null, nobody, [.. passed.Values], asked), null, null, null, []);
    }

    private RoutingChoice? IntoPond(RoutingPlan rule, Dictionary<Guid, PassedOver> passed, List<PassedOver> asked)
    {
        var terms = rule.Terms;
        if (terms.PondId is not { } pond || !board.Ponds.TryGetValue(pond, out var name)) return null;
        DateTimeOffset? claimBy = terms.ClaimMinutes is not { } minutes ? null
            : terms.OnlyInHours ? board.Office.After(at, TimeSpan.FromMinutes(minutes)) : at.AddMinutes(minutes);
        var wait = terms.ClaimMinutes is { } limit ? $", for {limit} minutes" : null;
        return new(new RoutingWhy(rule.Id, rule.Name, $"Into {name}{wait}: first to claim has it", [.. passed.Values], asked), null, pond, claimBy, []);
    }

    private RoutingChoice? ToMember(RoutedLead lead, RoutingPlan rule, IReadOnlySet<Guid> not, Dictionary<Guid, PassedOver> passed, List<PassedOver> asked)
    {
        var able = new List<RoutingPlace>();
        foreach (var place in rule.Terms.Places)
            if (Unable(lead, rule.Terms, place.MemberId, not) is { } why) passed[place.MemberId] = new(NameOf(place.MemberId), why);
            else able.Add(place);
        if (able.Count == 0) return null;

        var wheel = board.Wheels.GetValueOrDefault(rule.Id) ?? new RoutingWheel(rule.Id);
        var isWeighted = rule.Terms.Method == RoutingMethod.Weighted;
        var chosen = isWeighted ? wheel.NextByWeight(able) : wheel.Next(able);
        var name = NameOf(chosen.MemberId);
        foreach (var other in able.Where(place => place != chosen))
            passed[other.MemberId] = new(NameOf(other.MemberId), isWeighted ? $"{name}’s share was further behind" : $"{name}’s turn came earlier");
        passed.Remove(chosen.MemberId);
        return new(new RoutingWhy(rule.Id, rule.Name, Said(name, rule.Terms.Method, able), [.. passed.Values], asked), chosen.MemberId, null, null, able);
    }

    private static string Said(string name, RoutingMethod method, List<RoutingPlace> able) => method switch
    {
        RoutingMethod.Specific => $"{name}, whom the rule names",
        _ when able.Count == 1 => $"{name}, the only one who could take it",
        RoutingMethod.Weighted => $"{name}, whose share was furthest behind",
        _ => $"{name}, whose turn it was",
    };

    /// <summary>Why a rule does not hold for the lead; null where it does.</summary>
    private string? Unfit(RoutedLead lead, RoutingTerms terms)
    {
        if (Lacks(terms.Sources, lead.Source)) return $"not for leads by {lead.Source}";
        if (Lacks(terms.States, lead.State)) return lead.State is { } state ? $"not for {state}" : "the property’s state is not known";
        if (Lacks(terms.Languages, lead.Language ?? English)) return $"not for people who speak {lead.Language ?? English}";
        if (terms.Interests.Count > 0 && !(lead.Interest is { } interest && terms.Interests.Contains(interest))) return "not for what is asked for";
        if (terms.MinimumScore is { } least && !(lead.Score >= least)) return lead.Score is { } score ? $"the score is {score}, not {least}" : "the lead is not scored";
        return terms.Hours switch
        {
            RoutingHours.Inside when !board.Office.IsOpen(at) => "only during working hours",
            RoutingHours.Outside when board.Office.IsOpen(at) => "only outside working hours",
            _ => null,
        };
    }

    /// <summary>Why a member cannot take the lead; null where they can.</summary>
    private string? Unable(RoutedLead lead, RoutingTerms terms, Guid memberId, IReadOnlySet<Guid> not)
    {
        if (!board.Members.TryGetValue(memberId, out var member)) return "does not work here any more";
        if (not.Contains(memberId)) return "had the lead and did not answer";
        if (!member.TakesLeads) return "takes no leads";
        if (terms.OnlyLicensed && Unlicensed(member, lead.State) is { } unlicensed) return unlicensed;
        if (terms.OnlySpeakers && lead.Language is { } language && !Has([.. member.Languages, English], language)) return $"speaks no {language}";
        if (terms.OnlyInHours && member.Clock.OffUntil(at) is { } off) return off;
        if (Least(terms.OpenCap, member.OpenCap) is { } open && member.Open >= open) return $"at the cap of {open} open leads";
        if (Least(terms.DailyCap, member.DailyCap) is { } daily && member.Today >= daily) return $"had {member.Today} leads today, the most a day";
        return null;
    }

    private string? Unlicensed(RoutingCandidate member, string? state)
    {
        if (state is null) return null;   // nothing to be licensed in
        if (!member.Licences.TryGetValue(state, out var until)) return $"not licensed in {state}";
        return until < board.Today ? $"the licence in {state} ran out on {until.Value.ToString("MMM d, yyyy", english)}" : null;
    }

    private string NameOf(Guid memberId) => board.Members.TryGetValue(memberId, out var member) ? member.Name : "Somebody who left";

    private static bool Lacks(IReadOnlyList<string> list, string? word) => list.Count > 0 && !Has(list, word ?? "");

    private static bool Has(IReadOnlyList<string> list, string word) => list.Contains(word, StringComparer.OrdinalIgnoreCase);

    private static int? Least(int? one, int? other) => one is { } a && other is { } b ? Math.Min(a, b) : one ?? other;
}

using CrmStudio.App.Leads.Routing.Queries;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Routing;

namespace CrmStudio.App.Leads.Routing.Parts;

/// <summary>A routing rule as it is typed.</summary>
public sealed class RoutingRuleDraft
{
    private static readonly char[] between = [',', ';', ' '];

    public Guid? RuleId { get; private init; }

    public string Name { get; set; } = "";

    public HashSet<string> Sources { get; private init; } = [];

    public string? States { get; set; }

    public string? Languages { get; set; }

    public HashSet<LeadInterest> Interests { get; private init; } = [];

    public int? MinimumScore { get; set; }

    public RoutingHours Hours { get; set; }

    public RoutingMethod Method { get; set; }

    /// <summary>Weights of who is chosen, in the order they were.</summary>
    public OrderedDictionary<Guid, int> Places { get; private init; } = [];

    public Guid? SpecificId { get; set; }

    public Guid? PondId { get; set; }

    public int? ClaimMinutes { get; set; }

    public Guid? FallbackPondId { get; set; }

    public int? OpenCap { get; set; }

    public int? DailyCap { get; set; }

    public bool OnlyInHours { get; set; }

    public bool OnlyLicensed { get; set; }

    public bool OnlySpeakers { get; set; }

    public static RoutingRuleDraft Of(RuleLine? rule)
    {
        var terms = rule?.Terms ?? new RoutingTerms { OnlyLicensed = true };
        var draft = new RoutingRuleDraft
        {
            RuleId = rule?.Id, Name = rule?.Name ?? "", Sources = [.. terms.Sources], States = string.Join(", ", terms.States), Languages = string.Join(", ", terms.Languages), Interests = [.. terms.Interests],
            MinimumScore = terms.MinimumScore, Hours = terms.Hours, Method = terms.Method, PondId = terms.PondId, ClaimMinutes = terms.ClaimMinutes, FallbackPondId = terms.FallbackPondId, OpenCap = terms.OpenCap,
            DailyCap = terms.DailyCap, OnlyInHours = terms.OnlyInHours, OnlyLicensed = terms.OnlyLicensed, OnlySpeakers = terms.OnlySpeakers,
            SpecificId = terms.Method == RoutingMethod.Specific ? terms.Places.Select(place => (Guid?)place.MemberId).FirstOrDefault() : null,
        };
        foreach (var place in terms.Places) draft.Places[place.MemberId] = place.Weight;
        return draft;
    }

    public void Among(Guid memberId, bool isIn)
    {
        if (isIn) Places.TryAdd(memberId, 1);
        else Places.Remove(memberId);
    }

    public RoutingTerms Terms() => new()
    {
        Sources = [.. Sources], States = [.. Split(States).Select(state => state.ToUpperInvariant())], Languages = [.. (Languages ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        Interests = [.. Interests.Order()], MinimumScore = MinimumScore, Hours = Hours, Method = Method, PondId = PondId, ClaimMinutes = ClaimMinutes, FallbackPondId = FallbackPondId, OpenCap = OpenCap, DailyCap = DailyCap,
        OnlyInHours = OnlyInHours, OnlyLicensed = OnlyLicensed, OnlySpeakers = OnlySpeakers,
        Places = Method == RoutingMethod.Specific ? SpecificId is { } one ? [new(one)] : [] : [.. Places.Select(place => new RoutingPlace(place.Key, place.Value))],
    };

    private static string[] Split(string? text) => (text ?? "").Split(between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

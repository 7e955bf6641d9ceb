using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;

namespace CrmStudio.Domain.Leads.Routing;

/// <summary>Everything a rule says: for which leads, among whom, how, and within which limits. Empty lists leave nothing out.</summary>
public sealed record RoutingTerms
{
    /// <summary>Most entries of any list.</summary>
    public const int MaxEntries = 100;

    /// <summary>Highest weight.</summary>
    public const int MaxWeight = 100;

    /// <summary>Longest time a lead waits in a pond, in minutes: a day.</summary>
    public const int MaxClaimMinutes = 1_440;

    /// <summary>Highest cap.</summary>
    public const int MaxCap = 10_000;

    /// <summary>Sources it takes leads of.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>States the property is in.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>Languages the person likes to be spoken to in.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>What is asked for.</summary>
    public IReadOnlyList<LeadInterest> Interests { get; init; } = [];

    /// <summary>Lowest score; null for any, scored or not.</summary>
    public int? MinimumScore { get; init; }

    /// <summary>When it holds.</summary>
    public RoutingHours Hours { get; init; }

    /// <summary>How it chooses.</summary>
    public RoutingMethod Method { get; init; }

    /// <summary>Among whom.</summary>
    public IReadOnlyList<RoutingPlace> Places { get; init; } = [];

    /// <summary>The pond; for rules that put leads into one.</summary>
    public Guid? PondId { get; init; }

    /// <summary>Minutes in the pond before the lead goes on; null to wait for as long as it takes.</summary>
    public int? ClaimMinutes { get; init; }

    /// <summary>Where the lead goes on to; null for the next rule.</summary>
    public Guid? FallbackPondId { get; init; }

    /// <summary>Most open leads of a member for this rule to give them one more.</summary>
    public int? OpenCap { get; init; }

    /// <summary>Most leads a member is given on one day.</summary>
    public int? DailyCap { get; init; }

    /// <summary>Only to who works at the moment; a pond's minutes run in the organization's working hours.</summary>
    public bool OnlyInHours { get; init; }

    /// <summary>Only to who is licensed in the property's state.</summary>
    public bool OnlyLicensed { get; init; }

    /// <summary>Only to who speaks the person's language.</summary>
    public bool OnlySpeakers { get; init; }

    /// <summary>Refuses a rule that could never be followed.</summary>
    public Outcome Check()
    {
        if (MinimumScore is < 0 or > 100) return Refusal.Invalid(nameof(MinimumScore), "A score lies between 0 and 100.");
        if (Sources.Count > MaxEntries || Languages.Count > MaxEntries || Places.Count > MaxEntries) return Refusal.Invalid(nameof(Places), $"A rule names up to {MaxEntries} of a kind.");
        if (States.FirstOrDefault(state => !StateZones.IsState(state)) is { } nowhere) return Refusal.Invalid(nameof(States), $"“{nowhere}” is not a state: write two letters, such as CA.");
        if (OpenCap is < 1 or > MaxCap) return Refusal.Invalid(nameof(OpenCap), $"A cap lies between 1 and {MaxCap:N0}.");
        if (DailyCap is < 1 or > MaxCap) return Refusal.Invalid(nameof(DailyCap), $"A cap lies between 1 and {MaxCap:N0}.");
        if (Method == RoutingMethod.Pond) return CheckPond();
        if (Places.Count == 0) return Refusal.Invalid(nameof(Places), "Name who gets the leads.");
        if (Method == RoutingMethod.Specific && Places.Count != 1) return Refusal.Invalid(nameof(Places), "Name the one member who gets the leads.");
        if (Places.Any(place => place.Weight is < 1 or > MaxWeight)) return Refusal.Invalid(nameof(Places), $"A weight lies between 1 and {MaxWeight}.");
        return Outcome.Done;
    }

    /// <summary>Without what its method does not use, so that nothing hidden comes back later.</summary>
    public RoutingTerms Tidied()
    {
        var places = Places.DistinctBy(place => place.MemberId).Select(place => Method == RoutingMethod.Weighted ? place : place with { Weight = 1 }).ToList();
        var common = this with { Sources = Words(Sources), Languages = Words(Languages), States = Words(States), Interests = [.. Interests.Distinct()] };
        return Method == RoutingMethod.Pond
            ? common with { Places = [], OpenCap = null, DailyCap = null, OnlyLicensed = false, OnlySpeakers = false }
            : common with { Places = places, PondId = null, ClaimMinutes = null, FallbackPondId = null };
    }

    private Outcome CheckPond()
    {
        if (PondId is null) return Refusal.Invalid(nameof(PondId), "Choose the pond.");
        if (ClaimMinutes is < 1 or > MaxClaimMinutes) return Refusal.Invalid(nameof(ClaimMinutes), $"A lead waits between 1 minute and {MaxClaimMinutes:N0}.");
        if (FallbackPondId == PondId) return Refusal.Invalid(nameof(FallbackPondId), "Choose another pond to go on to.");
        return Outcome.Done;
    }

    private static List<string> Words(IReadOnlyList<string> words) => [.. words.Select(word => word.Trim()).Where(word => word.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
}

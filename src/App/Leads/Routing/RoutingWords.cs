using CrmStudio.App.Leads.Routing.Queries;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Routing;

namespace CrmStudio.App.Leads.Routing;

/// <summary>Rules in words.</summary>
public static class RoutingWords
{
    /// <summary>Names said in full before the others are only counted.</summary>
    private const int Named = 3;

    /// <summary>For which leads: "Web or Open house · in ME or NH · score 70 or more".</summary>
    public static string Conditions(RoutingTerms terms)
    {
        string?[] parts =
        [
            Or(terms.Sources), terms.States.Count > 0 ? $"in {Or(terms.States)}" : null, terms.Languages.Count > 0 ? $"who speaks {Or(terms.Languages)}" : null,
            Or([.. terms.Interests.Select(Of)]), terms.MinimumScore is { } least ? $"score {least} or more" : null,
            terms.Hours switch { RoutingHours.Inside => "during working hours", RoutingHours.Outside => "outside working hours", _ => null },
        ];
        var said = string.Join(" · ", parts.OfType<string>());
        return said.Length == 0 ? "Every lead" : char.ToUpperInvariant(said[0]) + said[1..];
    }

    /// <summary>To whom: "In turn: Ana Reyes, Marc Dubois and 2 more · licensed in the state".</summary>
    public static string Choice(RoutingTerms terms, LeadRouting view)
    {
        var names = terms.Places.Select(place => view.Members.FirstOrDefault(member => member.Id == place.MemberId)?.Name + (terms.Method == RoutingMethod.Weighted ? $" ({place.Weight})" : null)).ToList();
        var who = names.Count <= Named + 1 ? string.Join(", ", names) : $"{string.Join(", ", names.Take(Named))} and {names.Count - Named} more";
        string?[] parts =
        [
            terms.Method switch { RoutingMethod.RoundRobin => $"In turn: {who}", RoutingMethod.Weighted => $"By weight: {who}", RoutingMethod.Specific => $"To {who}", _ => Pond(terms, view) },
            terms.OnlyLicensed ? "licensed in the state" : null, terms.OnlySpeakers ? "speaks the language" : null,
            terms.OnlyInHours ? terms.Method == RoutingMethod.Pond ? "minutes of working time" : "at work" : null,
            terms.OpenCap is { } open ? $"at most {open} open" : null, terms.DailyCap is { } daily ? $"at most {daily} a day" : null,
        ];
        return string.Join(" · ", parts.OfType<string>());
    }

    public static string Of(RoutingMethod method) => method switch
    {
        RoutingMethod.RoundRobin => "In turn", RoutingMethod.Weighted => "By weight", RoutingMethod.Specific => "Always the same member", _ => "First to claim, from a pond",
    };

    public static string Of(LeadInterest interest) => interest switch
    {
        LeadInterest.CashOut => "Cash out", LeadInterest.HomeEquity => "Home equity", LeadInterest.PreApproval => "Pre-approval", LeadInterest.Other => "Something else", _ => $"{interest}",
    };

    private static string Pond(RoutingTerms terms, LeadRouting view)
    {
        var wait = terms.ClaimMinutes is { } minutes ? $" for {minutes} min, then {(terms.FallbackPondId is { } next ? PondName(next, view) : "the next rule")}" : null;
        return $"First to claim in {(terms.PondId is { } pond ? PondName(pond, view) : "a pond")}{wait}";
    }

    private static string PondName(Guid id, LeadRouting view) => view.Ponds.FirstOrDefault(pond => pond.Id == id)?.Name ?? "a pond that was removed";

    private static string? Or(IReadOnlyList<string> words) => words.Count == 0 ? null : words.Count == 1 ? words[0] : $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}";
}

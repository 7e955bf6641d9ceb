using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Leads.Routing;

/// <summary>How a member takes leads. Who has no row takes them without a cap of their own.</summary>
public sealed class LeadProfile : Entity, INamedRecord
{
    /// <summary>Longest language.</summary>
    public const int LanguageMaxLength = 40;

    /// <summary>Most languages.</summary>
    public const int MaxLanguages = 12;

    private LeadProfile() { }

    /// <summary>A member who takes leads, without a cap.</summary>
    public LeadProfile(Guid memberId) => MemberId = memberId;

    /// <summary>Who.</summary>
    public Guid MemberId { get; private set; }

    /// <summary>Whether rules give them leads.</summary>
    public bool TakesLeads { get; private set; } = true;

    /// <summary>Most open leads; null without a cap.</summary>
    public int? OpenCap { get; private set; }

    /// <summary>Most leads a day; null without a cap.</summary>
    public int? DailyCap { get; private set; }

    /// <summary>Languages they speak with people.</summary>
    public string[] Languages { get; private set; } = [];

    /// <inheritdoc />
    public string RecordName => "How a member takes leads";

    /// <summary>Says how.</summary>
    public Outcome Write(bool takesLeads, int? openCap, int? dailyCap, IEnumerable<string> languages)
    {
        var spoken = languages.Select(language => language.Trim()).Where(language => language.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        if (openCap is < 1 or > RoutingTerms.MaxCap) return Refusal.Invalid(nameof(OpenCap), $"A cap lies between 1 and {RoutingTerms.MaxCap:N0}.");
        if (dailyCap is < 1 or > RoutingTerms.MaxCap) return Refusal.Invalid(nameof(DailyCap), $"A cap lies between 1 and {RoutingTerms.MaxCap:N0}.");
        if (spoken.Length > MaxLanguages || spoken.Any(language => language.Length > LanguageMaxLength)) return Refusal.Invalid(nameof(Languages), $"Name up to {MaxLanguages} languages.");
        (TakesLeads, OpenCap, DailyCap, Languages) = (takesLeads, openCap, dailyCap, spoken);
        return Outcome.Done;
    }
}

using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Leads;

/// <summary>Where leads wait for somebody to claim them.</summary>
public sealed class LeadPond : Entity, INamedRecord
{
    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 80;

    private LeadPond() { }

    private LeadPond(string name, Guid? teamId) => (Name, TeamId) = (name, teamId);

    /// <summary>What people call it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The team whose members see it; null when everybody who works leads does.</summary>
    public Guid? TeamId { get; private set; }

    /// <inheritdoc />
    public string RecordName => Name;

    /// <summary>A new pond; refuses one without a name.</summary>
    public static Outcome<LeadPond> Dig(string? name, Guid? teamId)
    {
        name = name?.Trim() ?? "";
        return name.Length is 0 or > NameMaxLength ? Refusal.Invalid(nameof(Name), $"A pond has a name of up to {NameMaxLength} characters.") : new LeadPond(name, teamId);
    }

    /// <summary>Calls it otherwise, or shows it to others.</summary>
    public Outcome Change(string? name, Guid? teamId)
    {
        if (Dig(name, teamId) is { IsDone: false } refused) return refused.Refusal;
        (Name, TeamId) = (name!.Trim(), teamId);
        return Outcome.Done;
    }
}

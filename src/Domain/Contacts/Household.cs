using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Contacts;

/// <summary>People who live together, so that one letter is enough and a co-borrower is known.</summary>
public sealed class Household : Entity, INamedRecord
{
    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 120;

    private Household() { }

    /// <summary>A household.</summary>
    public Household(string name) => Name = name.Trim();

    /// <summary>What mail says: "The Whitlock family".</summary>
    public string Name { get; private set; } = "";

    /// <inheritdoc />
    public string RecordName => Name;

    /// <summary>Calls it otherwise.</summary>
    public Outcome Rename(string? name)
    {
        name = name?.Trim() ?? "";
        if (name.Length is 0 or > NameMaxLength) return Refusal.Invalid(nameof(Name), $"A household has a name of up to {NameMaxLength} characters.");
        Name = name;
        return Outcome.Done;
    }
}

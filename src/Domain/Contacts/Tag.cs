using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Contacts;

/// <summary>A word people put on records to find them again.</summary>
public sealed class Tag : Entity, INamedRecord
{
    /// <summary>Longest tag.</summary>
    public const int NameMaxLength = 40;

    /// <summary>Most tags an organization has.</summary>
    public const int Limit = 500;

    private Tag() { }

    private Tag(string name) => (Name, Key) = (name, name.ToLowerInvariant());

    /// <summary>As people write it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Lower case: two spellings are one tag.</summary>
    public string Key { get; private set; } = "";

    /// <inheritdoc />
    public string RecordName => Name;

    /// <summary>A new tag; refuses an empty or overlong one.</summary>
    public static Outcome<Tag> Named(string? name)
    {
        name = name?.Trim() ?? "";
        return name.Length is 0 or > NameMaxLength ? Refusal.Invalid(nameof(Name), $"A tag has 1 to {NameMaxLength} characters.") : new Tag(name);
    }

    /// <summary>Spells it otherwise; refuses an empty or overlong one.</summary>
    public Outcome Rename(string? name)
    {
        var named = Named(name);
        if (named.Value is not { } other) return named.Refusal!;
        (Name, Key) = (other.Name, other.Key);
        return Outcome.Done;
    }
}

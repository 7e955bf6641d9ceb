namespace CrmStudio.App.Kit.Marks;

/// <summary>The colleagues at a record. Equal when the same people do the same, so that a card is drawn again only when somebody came or went.</summary>
/// <param name="people">The colleagues, in any order.</param>
public sealed class Colleagues(IEnumerable<Colleague> people) : IEquatable<Colleagues>
{
    /// <summary>Nobody else.</summary>
    public static Colleagues None { get; } = new([]);

    /// <summary>The colleagues by name.</summary>
    public IReadOnlyList<Colleague> People { get; } = [.. people.OrderBy(colleague => colleague.Name, StringComparer.Ordinal)];

    /// <summary>Who edits, in words: "Ana and Sam are editing"; null when nobody does.</summary>
    public string? Editing => People.Where(colleague => colleague.IsEditing).Select(colleague => colleague.Name.Split(' ')[0]).ToList() switch
    {
        [] => null,
        [var one] => $"{one} is editing",
        [var one, var other] => $"{one} and {other} are editing",
        [var first, ..] and var all => $"{first} and {all.Count - 1} others are editing",
    };

    /// <inheritdoc />
    public bool Equals(Colleagues? other) => other is not null && People.SequenceEqual(other.People);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Colleagues);

    /// <inheritdoc />
    public override int GetHashCode() => People.Aggregate(0, HashCode.Combine);
}

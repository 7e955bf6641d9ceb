namespace CrmStudio.Domain.Contacts.Duplicates;

/// <summary>How strongly two records look like one, and why.</summary>
/// <param name="Strength">0 to 100.</param>
/// <param name="Reasons">Why, in words people can check.</param>
public sealed record Likeness(int Strength, IReadOnlyList<string> Reasons)
{
    /// <summary>From here on a pair is shown to people.</summary>
    public const int Floor = 50;

    /// <summary>From here on two records are all but certainly one.</summary>
    public const int Sure = 90;

    /// <summary>Names at least so alike are taken for two spellings of one.</summary>
    public const double NamesAlike = 0.88;

    /// <summary>Between two reasons where they stand in one text.</summary>
    public const string Between = " · ";

    /// <summary>Nothing speaks for it.</summary>
    public static Likeness None { get; } = new(0, []);

    /// <summary>Whether people should look at the pair.</summary>
    public bool IsWorthALook => Strength >= Floor;

    /// <summary>The reasons in one text.</summary>
    public string InWords => string.Join(Between, Reasons);
}

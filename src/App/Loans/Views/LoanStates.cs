namespace CrmStudio.App.Loans.Views;

/// <summary>Which loans a view is about, as words of an address.</summary>
public static class LoanStates
{
    /// <summary>What the board shows: not ended, and not funded long ago.</summary>
    public const string Open = "open";

    /// <summary>Funded, however long ago.</summary>
    public const string Funded = "funded";

    /// <summary>Ended without funding.</summary>
    public const string Ended = "ended";

    /// <summary>All there are.</summary>
    public const string Any = "any";

    /// <summary>Every word with its label.</summary>
    public static IReadOnlyDictionary<string, string> Labels { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Open] = "open", [Funded] = "funded", [Ended] = "ended", [Any] = "any",
    };

    /// <summary>Every word.</summary>
    public static IEnumerable<string> All => Labels.Keys;
}

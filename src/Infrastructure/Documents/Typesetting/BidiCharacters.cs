using System.Globalization;

namespace CrmStudio.Infrastructure.Documents.Typesetting;

/// <summary>What Unicode says of characters in bidirectional text, read from <c>UnicodeBidi.txt</c> when first needed.</summary>
internal static class BidiCharacters
{
    // Below the Hebrew block nothing reads from right to left but the marks and embeddings of General Punctuation.
    private const int FirstRightToLeft = 0x590;

    private static readonly Lazy<Tables> tables = new(Read);

    /// <summary>False for text that reads from left to right throughout: most text, which is spared the algorithm.</summary>
    public static bool MayReadRightToLeft(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (c >= FirstRightToLeft && (c < 0x2000 || c > 0x2FFF || c is '\u200F' or '\u202B' or '\u202E' or '\u2067')) return true;
        return false;
    }

    public static BidiClass ClassOf(int character)
    {
        var (starts, classes) = (tables.Value.Starts, tables.Value.Classes);
        var found = Array.BinarySearch(starts, character);
        return classes[found >= 0 ? found : ~found - 1];
    }

    /// <summary>The character that looks like this one seen from the other side; itself when there is none.</summary>
    public static int MirrorOf(int character) => tables.Value.Mirrors.GetValueOrDefault(character, character);

    /// <summary>What closes an opening bracket; 0 when it is none.</summary>
    public static int ClosingOf(int character) => tables.Value.Closing.GetValueOrDefault(Canonical(character));

    /// <summary>Whether the character closes a bracket.</summary>
    public static bool IsClosing(int character) => tables.Value.Closers.Contains(Canonical(character));

    /// <summary>The angle brackets U+2329 and U+232A are the same as U+3008 and U+3009.</summary>
    public static int Canonical(int character) => character switch { 0x2329 => 0x3008, 0x232A => 0x3009, _ => character };

    private static Tables Read()
    {
        using var resource = typeof(BidiCharacters).Assembly.GetManifestResourceStream($"{typeof(BidiCharacters).Namespace}.UnicodeBidi.txt")
            ?? throw new InvalidOperationException("UnicodeBidi.txt is not embedded.");
        using var reader = new StreamReader(resource);
        var (classes, brackets, mirrors) = (new List<(int, string)>(), new List<(int, string)>(), new List<(int, string)>());
        var section = classes;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            if (line.StartsWith('[')) section = line switch { "[classes]" => classes, "[brackets]" => brackets, _ => mirrors };
            else foreach (var entry in line.Split(',')) section.Add((Number(entry[..entry.IndexOf(' ', StringComparison.Ordinal)]), entry[(entry.IndexOf(' ', StringComparison.Ordinal) + 1)..]));
        }
        var closing = brackets.Where(pair => Canonical(pair.Item1) == pair.Item1).ToDictionary(pair => pair.Item1, pair => Number(pair.Item2));
        return new Tables(
            [.. classes.Select(change => change.Item1)], [.. classes.Select(change => Enum.Parse<BidiClass>(change.Item2))],
            mirrors.ToDictionary(pair => pair.Item1, pair => Number(pair.Item2)), closing, [.. closing.Values]);
    }

    private static int Number(string hex) => int.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private sealed record Tables(int[] Starts, BidiClass[] Classes, Dictionary<int, int> Mirrors, Dictionary<int, int> Closing, HashSet<int> Closers);
}

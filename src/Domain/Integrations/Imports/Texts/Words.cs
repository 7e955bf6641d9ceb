namespace CrmStudio.Domain.Integrations.Imports.Texts;

/// <summary>Compares what was typed with what is known.</summary>
internal static class Words
{
    /// <summary>Letters and digits only, in lower case: the form two spellings are compared in.</summary>
    public static string Key(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    /// <summary>The candidate that differs from the text by a slip or two of the keyboard; null when none does.</summary>
    public static string? Nearest(string text, IEnumerable<string> candidates)
    {
        var key = Key(text);
        if (key.Length is < 3 or > 60) return null;
        var best = candidates.Select(candidate => (candidate, Distance: Distance(key, Key(candidate)))).MinBy(c => c.Distance);
        return best.candidate is not null && best.Distance <= Math.Max(1, key.Length / 4) ? best.candidate : null;
    }

    // Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 15) return int.MaxValue;
        var rows = new int[3][];
        for (var i = 0; i < 3; i++) rows[i] = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) rows[1][j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var (before, previous, current) = (rows[(i + 2) % 3], rows[i % 3], rows[(i + 1) % 3]);
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1] + 1, previous[j] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) current[j] = Math.Min(current[j], before[j - 2] + 1);
            }
        }
        return rows[(a.Length + 1) % 3][b.Length];
    }
}

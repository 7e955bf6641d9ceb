namespace CrmStudio.Domain.Integrations.Imports.Texts;

/// <summary>Splits a name in one cell into given and family name: "Ada Lovelace", "Lovelace, Ada", "Robert Smith Jr".</summary>
internal static class NameText
{
    private static readonly HashSet<string> suffixes = new(StringComparer.OrdinalIgnoreCase) { "jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "md", "phd", "esq", "esq." };
    private static readonly HashSet<string> particles = new(StringComparer.OrdinalIgnoreCase) { "van", "von", "de", "der", "den", "del", "della", "di", "da", "la", "le", "st.", "st", "mc", "bin", "al" };

    public static (string First, string Last) Split(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (comma > 0 && !suffixes.Contains(text[(comma + 1)..].Trim())) return (text[(comma + 1)..].Trim(), text[..comma].Trim());
        if (words.Length < 2) return ("", text.Trim());

        var last = words.Length - 1;
        if (last > 1 && suffixes.Contains(words[last])) last--;
        while (last > 1 && particles.Contains(words[last - 1])) last--;
        return (string.Join(' ', words[..last]), string.Join(' ', words[last..]));
    }
}

using System.Buffers;
using System.Text;

namespace CrmStudio.Infrastructure.Platform.Csv;

/// <summary>Cleans the text of a cell: no hidden characters, one kind of line break, Unicode's composed form (NFC), no spaces around.</summary>
internal static class CsvCell
{
    // Plain ASCII without control characters needs no work: nearly every cell.
    private static readonly SearchValues<char> plain =
        SearchValues.Create(string.Concat(Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c)) + "\t\n");

    /// <summary>The clean text, and what had to be done to get there.</summary>
    public static (string Text, bool HadHidden, bool HasUnreadable) Clean(string raw)
    {
        if (raw.AsSpan().IndexOfAnyExcept(plain) < 0) return (Unwrap(raw.Trim()), false, false);

        var text = new StringBuilder(raw.Length);
        var (hidden, unreadable) = (false, false);
        for (var i = 0; i < raw.Length; i++)
        {
            var c = raw[i];
            if (c is '\r' or '\u2028' or '\u2029')
            {
                if (i + 1 == raw.Length || raw[i + 1] != '\n') text.Append('\n');
            }
            else if (IsTag(raw, i)) (hidden, i) = (true, i + 1);
            else if (IsHidden(c)) hidden = true;
            else if (char.IsHighSurrogate(c) && i + 1 < raw.Length && char.IsLowSurrogate(raw[i + 1])) text.Append(c).Append(raw[++i]);
            else if (IsUnreadable(c)) (_, unreadable) = (text.Append('\uFFFD'), true);
            else text.Append(c);
        }
        return (Unwrap(text.ToString().Normalize(NormalizationForm.FormC).Trim()), hidden, unreadable);
    }

    /// <summary>
    /// Characters that change how text looks without being seen: controls, direction marks and overrides, zero-width spaces.
    /// Joiners stay, Persian and emoji need them.
    /// </summary>
    private static bool IsHidden(char c) => c switch
    {
        '\t' or '\n' => false,
        < ' ' or (>= '\u007F' and <= '\u009F') => true,
        '\u00AD' or '\u061C' or '\u200B' or '\u200E' or '\u200F' or '\uFEFF' => true,
        (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069') or (>= '\uFFF9' and <= '\uFFFB') => true,
        _ => false,
    };

    // Invisible "tag" letters (U+E0000 … U+E007F), which can smuggle text.
    private static bool IsTag(string text, int i) =>
        text[i] == '\uDB40' && i + 1 < text.Length && text[i + 1] is >= '\uDC00' and <= '\uDC7F';

    private static bool IsUnreadable(char c) => c is '\uFFFD' or '\uFFFE' or '\uFFFF' or (>= '\uFDD0' and <= '\uFDEF') || char.IsSurrogate(c);

    // ="00123" is how people make Excel keep leading zeros: the value is what stands between the quotes.
    private static string Unwrap(string text) =>
        text.Length > 3 && text.StartsWith("=\"", StringComparison.Ordinal) && text[^1] == '"' && !text.AsSpan(2, text.Length - 3).Contains('"')
            ? text[2..^1]
            : text;
}

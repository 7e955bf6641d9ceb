using System.Buffers;
using System.Text;

namespace CrmStudio.Infrastructure.Documents.Typesetting;

/// <summary>Text as it can be set: composed, without control characters, with one kind of line break.</summary>
internal static class TextCleaning
{
    private static readonly SearchValues<char> plain = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c), '\n']);

    /// <summary>The text, ready to be set. Text a person typed passes as it is; halves of surrogate pairs become U+FFFD.</summary>
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(plain)) return text;

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())   // a lone half comes out as U+FFFD
        {
            switch (rune.Value)
            {
                case '\r' or 0x85 or 0x0B or 0x0C or 0x2028 or 0x2029: clean.Append('\n'); break;
                case '\t': clean.Append(' '); break;
                case var value when (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF: clean.Append('\uFFFD'); break;   // numbers that are no characters
                case '\n' or >= 0x20 and (< 0x7F or > 0x9F): clean.Append(rune.ToString()); break;
            }
        }
        return clean.ToString().Normalize(NormalizationForm.FormC);
    }
}

using System.Globalization;
using System.Text;
using CrmStudio.Domain.Common;

namespace CrmStudio.Infrastructure.Platform.Search;

/// <summary>
/// How texts become words. Letters are folded: lower case, no accents. What holds a digit or an @ is a code (a number, a phone, an
/// address): it is kept whole and by its later groups, so that "HL-26-0412" is found as "hl 26", "HL260412", "0412" and "412".
/// </summary>
public static class SearchText
{
    /// <summary>Longest word kept.</summary>
    public const int MaxLength = 64;

    /// <summary>Most words a record is found by.</summary>
    public const int MaxWords = 64;

    private static readonly char[] betweenChunks = [',', ';', '/', '|', '(', ')', '"', '<', '>'];

    /// <summary>The words a record with this text is found by.</summary>
    public static IEnumerable<string> Words(string? text) =>
        Chunks(text).SelectMany(chunk => IsMail(chunk) ? [Mail(chunk), .. Letters(chunk[..chunk.IndexOf('@', StringComparison.Ordinal)])]
            : IsCode(chunk) ? Code(chunk) : Letters(chunk)).Where(IsKept).Select(Cut);

    /// <summary>What a query asks for; every term must be found.</summary>
    public static IReadOnlyList<string> Terms(string? query)
    {
        if (query is null) return [];
        var isPhone = !query.Any(char.IsLetter) && PhoneNumber.Digits(query).Length >= PhoneNumber.MinDigits;
        var terms = isPhone ? [PhoneNumber.Digits(query)]
            : Chunks(query).SelectMany(chunk => IsMail(chunk) ? [Mail(chunk)] : IsCode(chunk) ? [Squashed(chunk)] : Letters(chunk));
        return [.. terms.Where(term => term.Length > 0).Select(Cut).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether a word is a code: looked up as it is, never guessed at.</summary>
    public static bool IsCode(string word) => word.Any(letter => char.IsDigit(letter) || letter == '@');

    /// <summary>One letter folded: lower case, without accents; may become two, or none.</summary>
    public static string Fold(Rune letter)
    {
        var folded = new StringBuilder(2);
        foreach (var part in Rune.ToLowerInvariant(letter).ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
            if (Rune.GetUnicodeCategory(part) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark))
                folded.Append(part.Value switch { 'ß' => "ss", 'æ' => "ae", 'œ' => "oe", 'ø' => "o", 'ł' => "l", 'đ' or 'ð' => "d", 'ı' => "i", 'þ' => "th", _ => Rune.ToLowerInvariant(part).ToString() });
        return folded.ToString();
    }

    /// <summary>A text folded letter by letter.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text)) return text.ToLowerInvariant();   // most texts, and many times quicker
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.EnumerateRunes()) folded.Append(Fold(letter));
        return folded.ToString();
    }

    private static IEnumerable<string> Chunks(string? text) => text is null ? []
        : Fold(text).Split([.. betweenChunks, ' ', '\t', '\n', '\r', '\u00a0'], StringSplitOptions.RemoveEmptyEntries);

    private static bool IsMail(string chunk) => chunk.IndexOf('@', StringComparison.Ordinal) > 0;

    private static string Mail(string chunk) => string.Concat(chunk.Where(letter => !char.IsControl(letter))).Trim('.', '\'', ':');

    private static string Squashed(string chunk) => string.Concat(chunk.Where(char.IsLetterOrDigit));

    private static IEnumerable<string> Code(string chunk)
    {
        var groups = Split(chunk, char.IsLetterOrDigit);
        if (groups.Count == 0) yield break;
        for (var from = 0; from < groups.Count; from++) yield return string.Concat(groups.Skip(from));
        if (groups[^1].TrimStart('0') is { Length: > 0 } plain) yield return plain;

        // People say the last digits of a phone.
        var digits = string.Concat(groups);
        if (digits.Length < PhoneNumber.MinDigits || !digits.All(char.IsAsciiDigit)) yield break;
        yield return digits[^7..];
        yield return digits[^4..];
    }

    private static IEnumerable<string> Letters(string chunk) =>
        Split(string.Concat(chunk.Where(letter => letter is not ('\'' or '’' or '‘' or '`' or '´'))), char.IsLetter);

    private static List<string> Split(string text, Func<char, bool> isInside)
    {
        var parts = new List<string>();
        var from = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isIn = i < text.Length && (isInside(text[i]) || char.IsSurrogate(text[i]));
            if (isIn && from < 0) from = i;
            if (isIn || from < 0) continue;
            parts.Add(text[from..i]);
            from = -1;
        }
        return parts;
    }

    // A single Latin letter is an initial; a single character of another script may be a whole name.
    private static bool IsKept(string word) => word.Length > 1 || (word.Length == 1 && !char.IsAscii(word[0]));

    private static string Cut(string word) => word.Length <= MaxLength ? word : word[..(char.IsHighSurrogate(word[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
}

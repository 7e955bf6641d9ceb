namespace CrmStudio.Domain.Compliance;

/// <summary>
/// Check digits of ISO 7064 MOD 97-10, which both the legal entity identifier (ISO 17442) and the universal loan identifier
/// (12 CFR 1003 appendix C) end with: letters become 10 to 35, the number is taken modulo 97.
/// </summary>
public static class CheckDigits
{
    /// <summary>Length of a legal entity identifier.</summary>
    public const int LeiLength = 20;

    /// <summary>Longest universal loan identifier: an LEI, up to 23 characters of the lender's own, two check digits.</summary>
    public const int UliMaxLength = 45;

    /// <summary>The two digits that belong behind a text of letters and digits.</summary>
    /// <exception cref="ArgumentException">There is something else in the text.</exception>
    public static string For(string text) => $"{98 - Remainder(text + "00"):00}";

    /// <summary>Whether a text is a legal entity identifier without a slip in it.</summary>
    public static bool IsLei(string? text) => text?.Length == LeiLength && IsChecked(text);

    /// <summary>Whether a text is a universal loan identifier without a slip in it.</summary>
    public static bool IsUli(string? text) => text?.Length is > LeiLength + 2 and <= UliMaxLength && IsChecked(text);

    /// <summary>The universal loan identifier of a loan: other characters of its number than letters and digits are left out.</summary>
    /// <param name="lei">The lender's identifier.</param>
    /// <param name="loanNumber">The lender's number of the loan.</param>
    /// <returns>Null when nothing of the number is left, or too much.</returns>
    public static string? UliFor(string lei, string loanNumber)
    {
        var own = string.Concat(loanNumber.Where(char.IsAsciiLetterOrDigit));
        return own.Length is 0 or > UliMaxLength - LeiLength - 2 ? null : lei + own + For(lei + own);
    }

    private static bool IsChecked(string text) => text.All(char.IsAsciiLetterOrDigit) && char.IsAsciiDigit(text[^1]) && char.IsAsciiDigit(text[^2]) && Remainder(text) == 1;

    private static int Remainder(string text)
    {
        var remainder = 0;
        foreach (var letter in text)
        {
            var value = letter switch
            {
                >= '0' and <= '9' => letter - '0',
                >= 'A' and <= 'Z' => letter - 'A' + 10,
                >= 'a' and <= 'z' => letter - 'a' + 10,
                _ => throw new ArgumentException($"“{letter}” is neither a letter nor a digit.", nameof(text)),
            };
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder;
    }
}

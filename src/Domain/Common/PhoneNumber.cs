namespace CrmStudio.Domain.Common;

/// <summary>Rules of a phone number as people type it in the United States.</summary>
public static class PhoneNumber
{
    /// <summary>Fewest digits a reachable number has: area code, exchange, line.</summary>
    public const int MinDigits = 10;

    /// <summary>Most digits of an international number (ITU-T E.164).</summary>
    public const int MaxDigits = 15;

    /// <summary>Digits only, with the leading 1 of the North American plan removed: the form two numbers are compared in.</summary>
    public static string Digits(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length == 11 && digits[0] == '1' ? digits[1..] : digits;
    }

    /// <summary>True when the text holds a number that can be called.</summary>
    public static bool IsValid(string? text) => text is not null && Digits(text).Length is >= MinDigits and <= MaxDigits;
}

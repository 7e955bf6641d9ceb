namespace CrmStudio.Infrastructure.Platform.Mail;

/// <summary>Text that stands in the head of a mail: one line, no control characters. The .NET mail classes let some through.</summary>
public static class HeaderText
{
    /// <summary>Longest text taken.</summary>
    public const int MaxLength = 512;

    /// <summary>True when the text may stand in a mail's head.</summary>
    public static bool IsSafe(string text) => text.Length <= MaxLength && !text.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029' || char.IsSurrogate(c) && !IsPaired(text));

    /// <summary>Gives the text back, or refuses it.</summary>
    /// <exception cref="ArgumentException">The text holds a control character or is too long.</exception>
    public static string Checked(string text) =>
        IsSafe(text) ? text : throw new ArgumentException("Text with line breaks or control characters does not go into the head of a mail.", nameof(text));

    private static bool IsPaired(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return false;
            i++;
        }
        return true;
    }
}

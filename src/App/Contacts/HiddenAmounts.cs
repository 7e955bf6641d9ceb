using System.Text.RegularExpressions;

namespace CrmStudio.App.Contacts;

/// <summary>Takes dollars out of sentences for who sees no amounts. Hiding too much is safe, guessing is not.</summary>
public static partial class HiddenAmounts
{
    /// <summary>The text with every amount of money replaced.</summary>
    public static string? In(string? text) => text is null ? null : Amount().Replace(text, "an amount");

    // Dollars with their sign or word, thousands as people write them, and figures of five digits and more.
    [GeneratedRegex(@"(US)?\$\s?\d[\d,]*(\.\d+)?(\s?([kKmM]|million|thousand)\b)?|\b\d[\d,]*(\.\d+)?\s?([kK]|[mM]illion|thousand|dollars|USD)\b|\b\d{1,3}(,\d{3})+(\.\d+)?\b|\b\d{5,}(\.\d+)?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();
}

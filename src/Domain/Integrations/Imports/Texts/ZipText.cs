using System.Text.RegularExpressions;

namespace CrmStudio.Domain.Integrations.Imports.Texts;

/// <summary>ZIP codes, with the leading zeros put back that spreadsheets drop.</summary>
internal static partial class ZipText
{
    public static Reading<string> Read(string text)
    {
        var match = Zip().Match(text.Trim());
        if (!match.Success) return Reading<string>.No($"“{Shown.Of(text)}” is not a ZIP code; it has five digits, or nine");
        var zip = match.Groups[1].Value.PadLeft(5, '0') + (match.Groups[2].Success ? "-" + match.Groups[2].Value : "");
        return match.Groups[1].Length == 5 ? new(zip) : Reading<string>.But(zip, $"{match.Groups[1].Value} is taken as {zip}, with the zeros in front that spreadsheets drop");
    }

    [GeneratedRegex(@"^(\d{3,5})(?:\.0)?(?:[- ]?(\d{4}))?$")]
    private static partial Regex Zip();
}

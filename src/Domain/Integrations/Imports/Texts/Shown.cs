namespace CrmStudio.Domain.Integrations.Imports.Texts;

/// <summary>A cell as a message quotes it.</summary>
internal static class Shown
{
    private const int MaxLength = 40;

    public static string Of(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= MaxLength ? line : string.Concat(line.AsSpan(0, char.IsHighSurrogate(line[MaxLength - 1]) ? MaxLength - 1 : MaxLength), "…");
    }
}

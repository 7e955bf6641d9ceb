namespace CrmStudio.App.Kit.Markup;

/// <summary>
/// Texts that many circuits hold alike, such as the cell of a stage or the links of the navigation, kept once for all. Takes a fixed number:
/// a text that is pushed out stays with who holds it, and is kept anew when it is made again.
/// </summary>
internal static class SharedText
{
    private const int Places = 1 << 13, Longest = 16_384;
    private static readonly string?[] kept = new string?[Places];

    /// <summary>The text that was kept, when an equal one was; else this one.</summary>
    public static string Of(string text)
    {
        if (text.Length is 0 or > Longest) return text;
        ref var place = ref kept[text.GetHashCode() & (Places - 1)];
        if (place is { } former && former == text) return former;
        return place = text;
    }
}

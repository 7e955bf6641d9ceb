using System.Collections.Concurrent;

namespace CrmStudio.Infrastructure.Documents.Fonts;

/// <summary>The fonts that travel with the app, each read when first used and kept. All are under the SIL Open Font License.</summary>
internal static class FontShelf
{
    private static readonly ConcurrentDictionary<string, FontFace> faces = new(StringComparer.Ordinal);

    /// <summary>
    /// The faces a character is looked for in, in this order: the one asked for, its sister in the other family, Hebrew, Arabic.
    /// What none of them has is printed as a box.
    /// </summary>
    public static FontFace[] ChainOf(FontFamily family, bool isBold, bool isItalic) => chains[((int)family << 2) | (isBold ? 2 : 0) | (isItalic ? 1 : 0)].Value;

    private static readonly Lazy<FontFace[]>[] chains = [.. from family in Enum.GetValues<FontFamily>() from isBold in (bool[])[false, true] from isItalic in (bool[])[false, true] select new Lazy<FontFace[]>(() => Chain(family, isBold, isItalic))];

    private static FontFace[] Chain(FontFamily family, bool isBold, bool isItalic)
    {
        // A bold italic is bold: two signals for one emphasis are one too many. Inter has no italic here.
        var serif = isBold ? "SourceSerif4-SemiBold" : isItalic ? "SourceSerif4-Italic" : "SourceSerif4-Regular";
        var sans = isBold ? "Inter-SemiBold" : "Inter-Regular";
        var (first, second) = family == FontFamily.Serif ? (serif, sans) : (sans, serif);
        return [Face(first), Face(second), Face("NotoSansHebrew-Regular"), Face("NotoSansArabic-Regular")];
    }

    private static FontFace Face(string name) => faces.GetOrAdd(name, static name =>
    {
        using var resource = typeof(FontShelf).Assembly.GetManifestResourceStream($"{typeof(FontShelf).Namespace}.{name}.ttf")
            ?? throw new InvalidOperationException($"The font {name} is not embedded.");
        var file = new byte[resource.Length];
        resource.ReadExactly(file);
        return new FontFace(file);
    });
}

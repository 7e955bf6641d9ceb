namespace CrmStudio.Infrastructure.Documents.Typesetting;

/// <summary>One glyph of a paragraph, in the order of the text.</summary>
internal struct Glyph
{
    public const ushort Nothing = ushort.MaxValue;

    /// <summary>How far the pen moves on, in points; kerning and tracking are in it.</summary>
    public float Advance;

    /// <summary>Where it begins in the text of the paragraph.</summary>
    public int Text;

    /// <summary>Its number in the font; <see cref="Nothing"/> for a character that is never seen.</summary>
    public ushort Id;

    /// <summary>Number of the run it belongs to: span and font.</summary>
    public ushort Run;

    public BreakAfter Break;

    /// <summary>A mark, or the rest of a cluster: no line begins with it.</summary>
    public bool IsAttached;
}

/// <summary>Whether a line may end after a glyph.</summary>
internal enum BreakAfter : byte
{
    No,
    Space,
    Allowed,
    Hyphen,
    Must,
}

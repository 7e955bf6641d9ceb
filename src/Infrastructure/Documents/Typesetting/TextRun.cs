using CrmStudio.Infrastructure.Documents.Fonts;

namespace CrmStudio.Infrastructure.Documents.Typesetting;

/// <summary>Glyphs of one span that come from one font.</summary>
internal sealed class TextRun(TextSpan span, FontFace face)
{
    public TextStyle Style { get; } = span.Style;

    public TextSpan Span { get; } = span;

    public string? Link { get; } = span.Link;

    public FontFace Face { get; } = face;

    /// <summary>Points per font unit.</summary>
    public double Scale { get; } = span.Style.Size / face.UnitsPerEm;

    /// <summary>Space after each glyph, in points.</summary>
    public double Tracking { get; } = span.Style.Tracking * span.Style.Size / 1000;

    public double LineHeight { get; } = span.Style.Size * span.Style.Leading;

    /// <summary>How far the baseline stands below the top of a line of this run alone: what leading adds is shared above and below.</summary>
    public double Baseline { get; } = (span.Style.Size * span.Style.Leading + (face.Ascent + face.Descent) * span.Style.Size / face.UnitsPerEm) / 2;
}

using CrmStudio.Infrastructure.Documents.Typesetting;

namespace CrmStudio.Infrastructure.Documents.Pdf;

/// <summary>The content of one page. Takes coordinates that count down from the top, as text is written, and turns them up as PDF counts.</summary>
internal sealed class PageCanvas(PageSize size, PdfBuffer content)
{
    private Ink? fill;
    private (string Name, double Size)? font;
    private double tracking;

    public PageSize Size { get; } = size;

    public PdfBuffer Content { get; } = content;

    /// <summary>Fonts and pictures the page uses, by their names in it.</summary>
    public SortedSet<string> Fonts { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Pictures { get; } = new(StringComparer.Ordinal);

    /// <summary>Areas that can be clicked: their objects.</summary>
    public List<int> Annotations { get; } = [];

    /// <summary>Marked content belongs to these, by its number.</summary>
    public List<TagNode> Marks { get; } = [];

    public double Up(double y) => Size.Height - y;

    /// <summary>Begins content that belongs to an element of the structure.</summary>
    public void BeginMark(TagNode node, int page)
    {
        node.Add(page, Marks.Count);
        Content.Name(node.Type).Raw("<</MCID "u8).Int(Marks.Count).Raw(">>BDC\n"u8);
        Marks.Add(node);
    }

    /// <summary>Begins content that is no part of the text: lines, backgrounds, running heads.</summary>
    public void BeginArtifact() => Content.Raw("/Artifact BMC\n"u8);

    /// <summary>Begins text whose glyphs stand in the order they are seen, against the order they are read in (ISO 32000-1, 14.8.2.3.3).</summary>
    public void BeginReversed() => Content.Raw("/ReversedChars BMC\n"u8);

    public void EndMark() => Content.Raw("EMC\n"u8);

    public void Fill(Ink ink)
    {
        if (fill == ink) return;
        fill = ink;
        Color(ink).Raw("rg\n"u8);
    }

    public void Rectangle(double x, double y, double width, double height) => Content.Numbers(x, Up(y + height), width, height).Raw("re f\n"u8);

    public void RoundedRectangle(double x, double y, double width, double height, double radius)
    {
        const double arc = .44771525;   // how far a quarter circle's control point is from the corner, of the radius
        var (left, right, bottom, top, near) = (x, x + width, Up(y + height), Up(y), radius * arc);
        Content.Numbers(left + radius, bottom).Raw("m "u8).Numbers(right - radius, bottom).Raw("l "u8)
            .Numbers(right - near, bottom, right, bottom + near, right, bottom + radius).Raw("c "u8).Numbers(right, top - radius).Raw("l "u8)
            .Numbers(right, top - near, right - near, top, right - radius, top).Raw("c "u8).Numbers(left + radius, top).Raw("l "u8)
            .Numbers(left + near, top, left, top - near, left, top - radius).Raw("c "u8).Numbers(left, bottom + radius).Raw("l "u8)
            .Numbers(left, bottom + near, left + near, bottom, left + radius, bottom).Raw("c f\n"u8);
    }

    public PdfBuffer Color(Ink ink) => Content.Numbers(ink.Red / 255d, ink.Green / 255d, ink.Blue / 255d);

    /// <summary>Begins text of a run at a place on the baseline; glyphs follow, inside of <c>[ ] TJ</c>.</summary>
    public void BeginText(TextRun run, string fontName, double x, double baseline)
    {
        Fill(run.Style.Ink);
        Content.Raw("BT\n"u8);
        if (font != (fontName, run.Style.Size))
        {
            font = (fontName, run.Style.Size);
            Fonts.Add(fontName);
            Content.Name(fontName).Byte((byte)' ').Number(run.Style.Size).Raw(" Tf\n"u8);
        }
        if (tracking != run.Tracking)
        {
            tracking = run.Tracking;
            Content.Number(tracking).Raw(" Tc\n"u8);
        }
        Content.Numbers(x, Up(baseline)).Raw("Td["u8);
    }

    public void EndText() => Content.Raw("]TJ\nET\n"u8);

    public void Picture(string name, (double A, double B, double C, double D, double E, double F) matrix)
    {
        Pictures.Add(name);
        Content.Raw("q "u8).Numbers(matrix.A, matrix.B, matrix.C, matrix.D, matrix.E, matrix.F).Raw("cm"u8).Name(name).Raw(" Do Q\n"u8);
    }
}

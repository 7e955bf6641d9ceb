using System.Text;
using CrmStudio.Infrastructure.Documents.Fonts;
using CrmStudio.Infrastructure.Documents.Pdf;
using CrmStudio.Infrastructure.Documents.Typesetting;

namespace CrmStudio.Infrastructure.Documents.Layout;

/// <summary>Paints pieces onto pages and keeps what the document as a whole is made of: structure, fonts, pictures, links, outline.</summary>
internal sealed class Painter(PdfWriter writer)
{
    /// <summary>Stands for content that belongs to no element.</summary>
    public static readonly TagNode Nowhere = new("Artifact", null);

    private readonly Dictionary<object, TagNode> nodes = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<(TagNode Node, bool IsCell)> open = [];
    private readonly Dictionary<FontFace, FontUse> fonts = [];
    private readonly Dictionary<DocumentImage, (string Name, int Id)> pictures = [];
    private readonly SortedSet<int> missing = [];
    private readonly PdfBuffer buffer = new();
    private PageCanvas? canvas;
    private bool isInCell;

    public TagNode Root { get; } = new("Document", null);

    public PageCanvas Canvas => canvas!;

    /// <summary>Number of the page in the file, from 0.</summary>
    public int Page { get; private set; } = -1;

    /// <summary>True while running heads and the like are painted, which are no part of the text.</summary>
    public bool IsArtifact { get; set; }

    /// <summary>The element around what is painted now.</summary>
    public TagNode Node => open.TryPeek(out var top) ? top.Node : Root;

    /// <summary>True directly inside of a cell or a list item.</summary>
    public bool IsInCell => isInCell;

    public IReadOnlyDictionary<FontFace, FontUse> Fonts => fonts;

    public IReadOnlyDictionary<DocumentImage, (string Name, int Id)> Pictures => pictures;

    public List<OutlineEntry> Outline { get; } = [];

    public Dictionary<string, (int Page, double Y)> Sections { get; } = new(StringComparer.Ordinal);

    public List<(int Id, int Page, Box Area, string Target, TagNode? Node)> Links { get; } = [];

    public IReadOnlyList<Rune> Unprintable => [.. missing.Select(value => new Rune(value))];

    public PageCanvas BeginPage(PageSize size)
    {
        Page++;
        buffer.Clear();
        return canvas = new PageCanvas(size, buffer);
    }

    /// <summary>Goes into an element; a block that goes on over pages stays one element.</summary>
    public TagNode Open(object key, string type, string? attributes = null, string? alternative = null)
    {
        if (!nodes.TryGetValue(key, out var node))
        {
            node = new TagNode(type, Node) { Alternative = alternative, Attributes = attributes };
            Node.Add(node);
            nodes.Add(key, node);
        }
        open.Push((node, isInCell));
        isInCell = type is "TD" or "TH" or "LBody" or "Lbl";
        return node;
    }

    public void Close() => isInCell = open.Pop().IsCell;

    /// <summary>What follows is one of several in a cell.</summary>
    public void LeaveCell() => isInCell = false;

    /// <summary>The element of a link inside of a paragraph.</summary>
    public TagNode LinkNode(TextSpan span, TagNode paragraph)
    {
        if (nodes.TryGetValue(span, out var node)) return node;
        node = new TagNode("Link", paragraph);
        paragraph.Add(node);
        nodes.Add(span, node);
        return node;
    }

    /// <summary>Makes an area of the page lead somewhere.</summary>
    public void LinkArea(string target, Box area, TagNode? node)
    {
        var id = writer.Reserve();
        Canvas.Annotations.Add(id);
        if (IsArtifact) node = null;
        node?.AddAnnotation(Page, id);
        Links.Add((id, Page, area, target, node));
    }

    public FontUse FontOf(FontFace face)
    {
        if (fonts.TryGetValue(face, out var use)) return use;
        return fonts[face] = new FontUse(face, $"F{fonts.Count + 1}") { Id = writer.Reserve() };
    }

    public string NameOf(DocumentImage picture)
    {
        if (!pictures.TryGetValue(picture, out var known)) pictures.Add(picture, known = ($"P{pictures.Count + 1}", writer.Reserve()));
        return known.Name;
    }

    /// <summary>Notes that no font has these characters.</summary>
    public void Missing(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes()) missing.Add(rune.Value);
    }

    /// <summary>Paints something that is no part of the text.</summary>
    public void Decorate(Action<PageCanvas> paint)
    {
        Canvas.BeginArtifact();
        paint(Canvas);
        Canvas.EndMark();
    }

    public void Done() => buffer.Dispose();
}

/// <summary>An entry of the outline beside the pages.</summary>
internal sealed record OutlineEntry(int Level, string Title, int Page, double Y);

namespace CrmStudio.Infrastructure.Documents.Pdf;

/// <summary>One element of a document's structure: a heading, a paragraph, a cell. What screen readers read by.</summary>
internal sealed class TagNode(string type, TagNode? parent)
{
    private readonly List<Kid> kids = [];

    /// <summary>Standard structure type, such as <c>P</c> (ISO 32000-1, 14.8.4).</summary>
    public string Type { get; } = type;

    public TagNode? Parent { get; } = parent;

    /// <summary>Number of its object.</summary>
    public int Id { get; set; }

    /// <summary>What a figure shows, in words.</summary>
    public string? Alternative { get; init; }

    /// <summary>Attributes as PDF syntax: the scope of a heading cell, the numbering of a list, the box of a figure.</summary>
    public string? Attributes { get; set; }

    public bool IsEmpty => kids.Count == 0;

    public void Add(TagNode child) => kids.Add(new Kid(child, 0, 0));

    /// <summary>Adds marked content of a page.</summary>
    public void Add(int page, int mark) => kids.Add(new Kid(null, page, mark));

    /// <summary>Adds an annotation, such as a link's area.</summary>
    public void AddAnnotation(int page, int annotation) => kids.Add(new Kid(null, page, -annotation));

    /// <summary>Gives the node and all below it their objects.</summary>
    public void Reserve(PdfWriter writer)
    {
        Id = writer.Reserve();
        foreach (var kid in kids) kid.Node?.Reserve(writer);
    }

    /// <summary>Writes the node and all below it.</summary>
    public void Write(PdfWriter writer, int parentId, IReadOnlyList<int> pageIds)
    {
        var into = writer.Begin(Id);
        into.Raw("<</Type/StructElem/S"u8).Name(Type).Raw("/P "u8).Ref(parentId);
        if (Alternative is not null) into.Raw("/Alt"u8).Text(Alternative);
        if (Attributes is not null)
        {
            into.Raw("/A"u8);
            foreach (var c in Attributes) into.Byte((byte)c);
        }
        into.Raw("/K["u8);
        foreach (var kid in kids)
        {
            if (kid.Node is { } node) into.Ref(node.Id).Byte((byte)' ');
            else if (kid.Mark >= 0) into.Raw("<</Type/MCR/Pg "u8).Ref(pageIds[kid.Page]).Raw("/MCID "u8).Int(kid.Mark).Raw(">>"u8);
            else into.Raw("<</Type/OBJR/Pg "u8).Ref(pageIds[kid.Page]).Raw("/Obj "u8).Ref(-kid.Mark).Raw(">>"u8);
        }
        into.Raw("]>>"u8);
        writer.End();
        foreach (var kid in kids) kid.Node?.Write(writer, Id, pageIds);
    }

    // Either another node, or marked content (0 and up) or an annotation's object (below 0) of a page.
    private readonly record struct Kid(TagNode? Node, int Page, int Mark);
}

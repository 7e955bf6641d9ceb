using System.Globalization;
using System.Text;
using CrmStudio.Infrastructure.Documents.Images;
using CrmStudio.Infrastructure.Documents.Layout;

namespace CrmStudio.Infrastructure.Documents.Pdf;

/// <summary>Writes the pages of a document, and at the end what holds them together.</summary>
internal sealed class PdfPages(PdfWriter writer, Painter painter)
{
    private readonly int tree = writer.Reserve();
    private readonly List<int> ids = [];
    private readonly List<(PageCanvas Canvas, int Content)> pages = [];

    /// <summary>Paints a page and writes its content.</summary>
    public void Write(LaidPage page)
    {
        var (size, margins) = (page.Design.PageSize, page.Design.Margins);
        var canvas = painter.BeginPage(size);
        ids.Add(writer.Reserve());
        var (width, top) = (page.Room.Width, margins.Top);
        if (page.Header is { } header)
        {
            painter.IsArtifact = !page.Design.IsText(page.IsFirst);
            header.Paint(painter, new Box(margins.Left, top, width, header.Height));
            top += header.Height;
        }
        painter.IsArtifact = false;
        page.Content.Paint(painter, new Box(margins.Left, top, width, page.Content.Height));
        painter.IsArtifact = true;
        if (page.Footer is { } footer) footer.Paint(painter, new Box(margins.Left, size.Height - margins.Bottom - footer.Height, width, footer.Height));
        painter.IsArtifact = false;

        var content = writer.Reserve();
        writer.Deflated(content, canvas.Content.Written, []);
        pages.Add((canvas, content));
    }

    /// <summary>Writes the rest and ends the file.</summary>
    public PdfFile Finish(DocumentFacts facts)
    {
        foreach (var font in painter.Fonts.Values) font.Write(writer);
        foreach (var (picture, (_, id)) in painter.Pictures) WritePicture(picture, id);
        WritePages();
        WriteLinks();
        var (structure, outline) = (WriteStructure(), new PdfOutline(writer, ids).Write(painter.Outline, pages));
        var metadata = writer.Reserve();
        writer.Stream(metadata, Encoding.UTF8.GetBytes(PdfMetadata.Of(facts)), "/Type/Metadata/Subtype/XML"u8);

        var catalog = writer.Reserve();
        var into = writer.Begin(catalog);
        into.Raw("<</Type/Catalog/Pages "u8).Ref(tree).Raw("/MarkInfo<</Marked true>>/StructTreeRoot "u8).Ref(structure).Raw("/Lang"u8).Text(facts.Language)
            .Raw("/ViewerPreferences<</DisplayDocTitle true>>/Metadata "u8).Ref(metadata);
        if (outline > 0) into.Raw("/Outlines "u8).Ref(outline).Raw("/PageMode/UseOutlines"u8);
        into.Raw(">>"u8);
        writer.End();

        var information = writer.Reserve();
        into = writer.Begin(information);
        into.Raw("<</Title"u8).Text(facts.Title);
        if (facts.Author is { } author) into.Raw("/Author"u8).Text(author);
        if (facts.Subject is { } subject) into.Raw("/Subject"u8).Text(subject);
        var madeAt = string.Create(CultureInfo.InvariantCulture, $"D:{facts.MadeAt.UtcDateTime:yyyyMMddHHmmss}Z");
        into.Raw("/Producer"u8).Text(PdfMetadata.Producer).Raw("/CreationDate"u8).Text(madeAt).Raw("/ModDate"u8).Text(madeAt).Raw(">>"u8);
        writer.End();

        painter.Done();
        return new PdfFile(writer.Finish(catalog, information), pages.Count, painter.Unprintable);
    }

    private void WritePages()
    {
        for (var i = 0; i < pages.Count; i++)
        {
            var (canvas, content) = pages[i];
            var into = writer.Begin(ids[i]);
            into.Raw("<</Type/Page/Parent "u8).Ref(tree).Raw("/MediaBox[0 0 "u8).Numbers(canvas.Size.Width, canvas.Size.Height).Raw("]/Contents "u8).Ref(content).Raw("/Resources<</Font<<"u8);
            foreach (var font in painter.Fonts.Values)
                if (canvas.Fonts.Contains(font.Name)) into.Name(font.Name).Byte((byte)' ').Ref(font.Id);
            into.Raw(">>"u8);
            if (canvas.Pictures.Count > 0)
            {
                into.Raw("/XObject<<"u8);
                foreach (var (name, id) in painter.Pictures.Values)
                    if (canvas.Pictures.Contains(name)) into.Name(name).Byte((byte)' ').Ref(id);
                into.Raw(">>"u8);
            }
            into.Raw(">>/StructParents "u8).Int(i).Raw("/Tabs/S"u8);
            if (canvas.Annotations.Count > 0)
            {
                into.Raw("/Annots["u8);
                foreach (var annotation in canvas.Annotations) into.Ref(annotation).Byte((byte)' ');
                into.Raw("]"u8);
            }
            into.Raw(">>"u8);
            writer.End();
        }

        var all = writer.Begin(tree);
        all.Raw("<</Type/Pages/Count "u8).Int(ids.Count).Raw("/Kids["u8);
        foreach (var id in ids) all.Ref(id).Byte((byte)' ');
        all.Raw("]>>"u8);
        writer.End();
    }

    private void WriteLinks()
    {
        for (var i = 0; i < painter.Links.Count; i++)
        {
            var (id, page, area, target, node) = painter.Links[i];
            var canvas = pages[page].Canvas;
            var into = writer.Begin(id);
            into.Raw("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect["u8)
                .Numbers(area.X, canvas.Up(area.Y + area.Height), area.X + area.Width, canvas.Up(area.Y)).Raw("]/Contents"u8).Text(target.TrimStart('#'));
            if (node is not null) into.Raw("/StructParent "u8).Int(pages.Count + i);
            if (target[0] != '#') into.Raw("/A<</S/URI/URI"u8).Text(target).Raw(">>"u8);
            else if (painter.Sections.TryGetValue(target[1..], out var place)) into.Raw("/Dest["u8).Ref(ids[place.Page]).Raw("/XYZ 0 "u8).Number(pages[place.Page].Canvas.Up(place.Y)).Raw(" 0]"u8);
            into.Raw(">>"u8);
            writer.End();
        }
    }

    private int WriteStructure()
    {
        var root = writer.Reserve();
        painter.Root.Reserve(writer);
        painter.Root.Write(writer, root, ids);
        var into = writer.Begin(root);
        into.Raw("<</Type/StructTreeRoot/K "u8).Ref(painter.Root.Id).Raw("/ParentTreeNextKey "u8).Int(pages.Count + painter.Links.Count).Raw("/ParentTree<</Nums["u8);
        for (var i = 0; i < pages.Count; i++)
        {
            into.Int(i).Raw("["u8);
            foreach (var node in pages[i].Canvas.Marks) into.Ref(node.Id).Byte((byte)' ');
            into.Raw("]"u8);
        }
        for (var i = 0; i < painter.Links.Count; i++)
            if (painter.Links[i].Node is { } node) into.Int(pages.Count + i).Byte((byte)' ').Ref(node.Id).Byte((byte)' ');
        into.Raw("]>>>>"u8);
        writer.End();
        return root;
    }

    private void WritePicture(DocumentImage picture, int id)
    {
        var mask = picture.Opacity is null ? 0 : writer.Reserve();
        WritePixels(picture, picture.Colors, id, mask);
        if (picture.Opacity is { } opacity) WritePixels(picture, opacity, mask, 0);
    }

    private void WritePixels(DocumentImage picture, Pixels pixels, int id, int mask)
    {
        using var entries = new PdfBuffer();
        entries.Raw("/Type/XObject/Subtype/Image/Width "u8).Int(picture.StoredWidth).Raw("/Height "u8).Int(picture.StoredHeight).Raw("/BitsPerComponent 8/ColorSpace"u8)
            .Raw(pixels.Channels switch { 1 => "/DeviceGray"u8, 3 => "/DeviceRGB"u8, _ => "/DeviceCMYK"u8 }).Raw(pixels.Filter == PixelFilter.Dct ? "/Filter/DCTDecode"u8 : "/Filter/FlateDecode"u8);
        if (pixels.IsInverted) entries.Raw("/Decode[1 0 1 0 1 0 1 0]"u8);
        if (mask > 0) entries.Raw("/SMask "u8).Ref(mask);
        writer.Stream(id, pixels.Content, entries.Written);
    }
}

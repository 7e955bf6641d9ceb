using CrmStudio.Infrastructure.Documents.Layout;

namespace CrmStudio.Infrastructure.Documents.Pdf;

/// <summary>Writes the outline a reader shows beside the pages: headings below headings.</summary>
internal sealed class PdfOutline(PdfWriter writer, IReadOnlyList<int> pageIds)
{
    /// <returns>The outline's object; 0 when there is nothing to show.</returns>
    public int Write(IReadOnlyList<OutlineEntry> entries, IReadOnlyList<(PageCanvas Canvas, int Content)> pages)
    {
        if (entries.Count == 0) return 0;
        var root = new Item(writer.Reserve(), null);
        var path = new Stack<(int Level, Item Item)>([(0, root)]);
        foreach (var entry in entries)
        {
            while (path.Peek().Level >= entry.Level) path.Pop();
            var item = new Item(writer.Reserve(), entry);
            path.Peek().Item.Children.Add(item);
            path.Push((entry.Level, item));
        }
        Write(root, 0, 0, 0, pages);
        return root.Id;
    }

    private void Write(Item item, int parent, int before, int after, IReadOnlyList<(PageCanvas Canvas, int Content)> pages)
    {
        var into = writer.Begin(item.Id);
        into.Raw("<<"u8);
        if (item.Entry is { } entry)
        {
            into.Raw("/Title"u8).Text(entry.Title).Raw("/Parent "u8).Ref(parent).Raw("/Dest["u8).Ref(pageIds[entry.Page]).Raw("/XYZ 0 "u8).Number(pages[entry.Page].Canvas.Up(entry.Y)).Raw(" 0]"u8);
            if (before > 0) into.Raw("/Prev "u8).Ref(before);
            if (after > 0) into.Raw("/Next "u8).Ref(after);
        }
        else
        {
            into.Raw("/Type/Outlines"u8);
        }
        if (item.Children.Count > 0) into.Raw("/First "u8).Ref(item.Children[0].Id).Raw("/Last "u8).Ref(item.Children[^1].Id).Raw("/Count "u8).Int(item.Open);
        into.Raw(">>"u8);
        writer.End();
        for (var i = 0; i < item.Children.Count; i++)
            Write(item.Children[i], item.Id, i > 0 ? item.Children[i - 1].Id : 0, i + 1 < item.Children.Count ? item.Children[i + 1].Id : 0, pages);
    }

    private sealed class Item(int id, OutlineEntry? entry)
    {
        public int Id => id;

        public OutlineEntry? Entry => entry;

        public List<Item> Children { get; } = [];

        /// <summary>How many entries show below it when all are unfolded.</summary>
        public int Open => Children.Sum(child => 1 + child.Open);
    }
}

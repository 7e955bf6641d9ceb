namespace CrmStudio.Infrastructure.Documents.Layout;

/// <summary>A page laid out: what stands where.</summary>
internal sealed record LaidPage(PageDesign Design, bool IsFirst, Piece Content, Piece? Header, Piece? Footer, Room Room, bool NamesSections, bool ShowsNumbers)
{
    /// <summary>Lays out the next page of a design.</summary>
    public static LaidPage Of(PageDesign design, bool isFirst, Sheet sheet, object? rest)
    {
        var width = design.PageSize.Width - design.Margins.Left - design.Margins.Right;
        var whole = design.PageSize.Height - design.Margins.Top - design.Margins.Bottom;
        var endless = new Room(width, double.MaxValue, double.MaxValue, IsTop: true);
        var header = design.HeaderOf(isFirst)?.Block.Lay(sheet, endless, null);
        var footer = design.RunningFooter?.Block.Lay(sheet, endless, null);
        var (running, shows) = (whole - (header?.Height ?? 0) - (footer?.Height ?? 0), sheet.WasAsked);
        var room = new Room(width, running, running, IsTop: true);
        var content = design.Body?.Block.Lay(sheet, room, rest) ?? EmptyBlock.Nothing;
        return new LaidPage(design, isFirst, content, header, footer, room, sheet.NamedSection, shows);
    }

    /// <summary>The page with the right numbers at its head and foot, now that all pages are known.</summary>
    public LaidPage Numbered(Sheet sheet)
    {
        if (!ShowsNumbers) return this;
        var endless = new Room(Room.Width, double.MaxValue, double.MaxValue, IsTop: true);
        return this with { Header = Design.HeaderOf(IsFirst)?.Block.Lay(sheet, endless, null), Footer = Design.RunningFooter?.Block.Lay(sheet, endless, null) };
    }
}

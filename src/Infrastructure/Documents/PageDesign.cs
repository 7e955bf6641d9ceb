using CrmStudio.Infrastructure.Documents.Layout;

namespace CrmStudio.Infrastructure.Documents;

/// <summary>
/// Pages of one design: as many as the content needs. Size, margins and style are said first, then what stands on them.
/// </summary>
public sealed class PageDesign
{
    private Slot? header, firstHeader, footer, content;
    private TextStyle style = TextStyle.Default;

    internal PageDesign() { }

    internal PageSize PageSize { get; private set; } = PageSize.Letter;

    internal Sides Margins { get; private set; } = new(72, 72, 72, 72);

    internal Slot? RunningFooter => footer;

    internal Slot? Body => content;

    /// <summary>The size; US Letter unless said.</summary>
    public void Size(PageSize size) => PageSize = size;

    /// <summary>Margins at the sides, above and below, in points; an inch unless said.</summary>
    public void Margin(double across, double top, double bottom) => Margins = new Sides(across, top, across, bottom);

    /// <summary>How text is set unless it says otherwise.</summary>
    public void Style(Func<TextStyle, TextStyle> change) => style = change(style);

    /// <summary>Stands at the head of every page; of every page but the first when <see cref="FirstHeader"/> is filled.</summary>
    public Slot Header() => header ??= new Slot(style);

    /// <summary>Stands at the head of the first page: the letterhead. Part of the text, where a running head is not.</summary>
    public Slot FirstHeader() => firstHeader ??= new Slot(style);

    /// <summary>Stands at the foot of every page.</summary>
    public Slot Footer() => footer ??= new Slot(style);

    /// <summary>The content.</summary>
    public Slot Content() => content ??= new Slot(style);

    internal Slot? HeaderOf(bool isFirst) => isFirst ? firstHeader ?? header : header;

    internal bool IsText(bool isFirst) => isFirst && firstHeader is not null;
}

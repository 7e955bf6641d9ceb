using CrmStudio.Infrastructure.Documents.Layout;

namespace CrmStudio.Infrastructure.Documents;

/// <summary>What surrounds the content of a slot: room, ground, lines, size, place, meaning.</summary>
public sealed partial class Slot
{
    /// <summary>Room at all sides, in points.</summary>
    public Slot Padding(double all) => Padding(all, all, all, all);

    /// <summary>Room at the sides, and above and below, in points.</summary>
    public Slot Padding(double across, double down) => Padding(across, down, across, down);

    /// <summary>Room at each side, in points.</summary>
    public Slot Padding(double left, double top, double right, double bottom) =>
        Wrap(inner => new DecoratedBlock(inner, new Sides(left, top, right, bottom), null, 0, default, default));

    /// <summary>Room above, in points.</summary>
    public Slot PaddingTop(double points) => Padding(0, points, 0, 0);

    /// <summary>Room below, in points.</summary>
    public Slot PaddingBottom(double points) => Padding(0, 0, 0, points);

    /// <summary>Room at the left, in points.</summary>
    public Slot PaddingLeft(double points) => Padding(points, 0, 0, 0);

    /// <summary>A colour behind the content, with corners as round as said.</summary>
    public Slot Background(Ink ink, double radius = 0) => Wrap(inner => new DecoratedBlock(inner, default, ink, radius, default, default));

    /// <summary>A line at all sides.</summary>
    public Slot Border(double thickness, Ink ink) => Wrap(inner => new DecoratedBlock(inner, default, null, 0, new Sides(thickness, thickness, thickness, thickness), ink));

    /// <summary>A line above.</summary>
    public Slot BorderTop(double thickness, Ink ink) => Wrap(inner => new DecoratedBlock(inner, default, null, 0, new Sides(0, thickness, 0, 0), ink));

    /// <summary>A line below.</summary>
    public Slot BorderBottom(double thickness, Ink ink) => Wrap(inner => new DecoratedBlock(inner, default, null, 0, new Sides(0, 0, 0, thickness), ink));

    /// <summary>A line at the left.</summary>
    public Slot BorderLeft(double thickness, Ink ink) => Wrap(inner => new DecoratedBlock(inner, default, null, 0, new Sides(thickness, 0, 0, 0), ink));

    /// <summary>No wider than this.</summary>
    public Slot Width(double points) => Wrap(inner => new PlacedBlock(inner, points, 0, null, null));

    /// <summary>At least as high as this.</summary>
    public Slot Height(double points) => Wrap(inner => new PlacedBlock(inner, null, points, null, null));

    /// <summary>In the middle of the width, as wide as its content.</summary>
    public Slot AlignCenter() => Wrap(inner => new PlacedBlock(inner, null, 0, .5, null));

    /// <summary>At the right, as wide as its content.</summary>
    public Slot AlignRight() => Wrap(inner => new PlacedBlock(inner, null, 0, 1, null));

    /// <summary>In the middle of the height, where neighbours are higher.</summary>
    public Slot AlignMiddle() => Wrap(inner => new PlacedBlock(inner, null, 0, null, .5));

    /// <summary>At the bottom, where neighbours are higher.</summary>
    public Slot AlignBottom() => Wrap(inner => new PlacedBlock(inner, null, 0, null, 1));

    /// <summary>Not divided between pages, as long as one page can hold it.</summary>
    public Slot KeepTogether() => Wrap(inner => new WholeBlock(inner));

    /// <summary>Another style for the text inside.</summary>
    public Slot Style(Func<TextStyle, TextStyle> change) => Wrap(inner => new TaggedBlock(inner, null), change(TextStyle));

    /// <summary>Only looked at, never read out: a mark, a running number.</summary>
    public Slot Ornament() => Wrap(inner => new OrnamentBlock(inner));

    /// <summary>A part of the document with a name, which links and the table of contents lead to.</summary>
    public Slot Section(string name) => Wrap(inner => new TaggedBlock(inner, "Sect") { Section = name });

    /// <summary>A click on the content leads to a web page, an e-mail address or (<c>#name</c>) a section.</summary>
    public Slot Link(string target) => DocumentLinks.Allowed(target) is { } safe ? Wrap(inner => new TaggedBlock(inner, "Link") { Link = safe }) : this;
}

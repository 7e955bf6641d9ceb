using CrmStudio.Infrastructure.Documents.Layout;

namespace CrmStudio.Infrastructure.Documents;

/// <summary>Things side by side.</summary>
public sealed class RowDesign
{
    private readonly TextStyle style;
    private readonly List<Slot> items = [];
    private readonly List<Track> tracks = [];
    private double spacing;

    internal RowDesign(TextStyle style) => this.style = style;

    /// <summary>Room between two things, in points.</summary>
    public void Spacing(double points) => spacing = points;

    /// <summary>A slot of a given width, in points.</summary>
    public Slot Fixed(double points) => Add(new Track(TrackKind.Fixed, points));

    /// <summary>A slot that takes a share of what the others leave.</summary>
    public Slot Share(double weight = 1) => Add(new Track(TrackKind.Share, weight));

    /// <summary>A slot as wide as its content.</summary>
    public Slot Content() => Add(new Track(TrackKind.Content, 0));

    internal Block Block() => new RowBlock([.. items.Select(item => item.Block)], tracks, spacing);

    private Slot Add(Track track)
    {
        var slot = new Slot(style);
        items.Add(slot);
        tracks.Add(track);
        return slot;
    }
}

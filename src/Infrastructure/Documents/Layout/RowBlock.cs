namespace CrmStudio.Infrastructure.Documents.Layout;

/// <summary>Blocks side by side.</summary>
internal sealed class RowBlock(IReadOnlyList<Block> items, IReadOnlyList<Track> tracks, double spacing) : Block
{
    // What takes a share of the room has no width of its own but that of its content.
    public override double NaturalWidth(Sheet sheet) =>
        items.Select((item, i) => tracks[i].Kind == TrackKind.Fixed ? tracks[i].Value : item.NaturalWidth(sheet)).Sum() + spacing * Math.Max(0, items.Count - 1);

    public override Piece? Lay(Sheet sheet, Room room, object? rest) =>
        CellsLayout.Lay(sheet, room, items, Track.Places(tracks, room.Width, spacing, i => items[i].NaturalWidth(sheet)), rest);
}

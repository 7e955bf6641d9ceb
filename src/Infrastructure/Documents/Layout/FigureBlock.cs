using System.Globalization;
using CrmStudio.Infrastructure.Documents.Images;

namespace CrmStudio.Infrastructure.Documents.Layout;

/// <summary>A picture or a drawing. Shrinks when the page cannot hold it; is never divided.</summary>
/// <param name="width">Width in points.</param>
/// <param name="height">Height in points.</param>
/// <param name="alternative">What it shows, in words; null for an ornament.</param>
/// <param name="picture">The picture; or</param>
/// <param name="draw">what draws it.</param>
internal sealed class FigureBlock(double width, double height, string? alternative, DocumentImage? picture, Action<Pen>? draw) : Block
{
    public override double NaturalWidth(Sheet sheet) => width;

    public override Piece? Lay(Sheet sheet, Room room, object? rest)
    {
        var scale = Math.Min(1, room.Width / width);
        if (!room.Holds(height * scale))
        {
            if (!room.IsTop) return null;
            scale = Math.Min(scale, room.Height / height);
        }
        return new FigurePiece(this, width * scale, height * scale);
    }

    private void Paint(Painter painter, Box box)
    {
        var canvas = painter.Canvas;
        var isOrnament = alternative is null || painter.IsArtifact;
        if (isOrnament)
        {
            canvas.BeginArtifact();
        }
        else
        {
            var corners = string.Create(CultureInfo.InvariantCulture, $"{box.X:0.##} {canvas.Up(box.Y + box.Height):0.##} {box.X + box.Width:0.##} {canvas.Up(box.Y):0.##}");
            canvas.BeginMark(painter.Open(this, "Figure", $"<</O/Layout/Placement/Block/BBox[{corners}]>>", alternative), painter.Page);
        }

        if (picture is not null) canvas.Picture(painter.NameOf(picture), picture.Turn.Onto(box.X, canvas.Up(box.Y + box.Height), box.Width, box.Height));
        else draw!(new Pen(canvas, box.X, box.Y, box.Width / width));

        canvas.EndMark();
        if (!isOrnament) painter.Close();
    }

    private sealed class FigurePiece : Piece
    {
        private readonly FigureBlock block;
        private readonly double width;

        public FigurePiece(FigureBlock block, double width, double height) => (this.block, this.width, Height) = (block, width, height);

        public override void Paint(Painter painter, Box box) => block.Paint(painter, new Box(box.X, box.Y, width, Height));
    }
}

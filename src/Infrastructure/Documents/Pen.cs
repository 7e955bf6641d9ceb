using CrmStudio.Infrastructure.Documents.Pdf;

namespace CrmStudio.Infrastructure.Documents;

/// <summary>Draws shapes into a figure: a mark, a bar, a line of a chart. Coordinates in points from the figure's top left corner.</summary>
public readonly struct Pen
{
    private readonly PageCanvas canvas;
    private readonly double left, top, scale;

    internal Pen(PageCanvas canvas, double left, double top, double scale) => (this.canvas, this.left, this.top, this.scale) = (canvas, left, top, scale);

    /// <summary>Fills a rectangle.</summary>
    public void Rectangle(double x, double y, double width, double height, Ink ink, double radius = 0)
    {
        canvas.Fill(ink);
        if (radius > 0) canvas.RoundedRectangle(left + x * scale, top + y * scale, width * scale, height * scale, radius * scale);
        else canvas.Rectangle(left + x * scale, top + y * scale, width * scale, height * scale);
    }

    /// <summary>Fills a circle.</summary>
    public void Circle(double x, double y, double radius, Ink ink) => Rectangle(x - radius, y - radius, 2 * radius, 2 * radius, ink, radius);

    /// <summary>Fills a polygon.</summary>
    public void Polygon(Ink ink, params ReadOnlySpan<(double X, double Y)> points)
    {
        canvas.Fill(ink);
        Path(points);
        canvas.Content.Raw("h f\n"u8);
    }

    /// <summary>Draws a line over points.</summary>
    public void Line(Ink ink, double thickness, params ReadOnlySpan<(double X, double Y)> points)
    {
        canvas.Color(ink).Raw("RG "u8).Number(thickness * scale).Raw(" w 1 j 1 J\n"u8);
        Path(points);
        canvas.Content.Raw("S\n"u8);
    }

    private void Path(ReadOnlySpan<(double X, double Y)> points)
    {
        for (var i = 0; i < points.Length; i++)
        {
            canvas.Content.Numbers(left + points[i].X * scale, canvas.Up(top + points[i].Y * scale)).Raw(i == 0 ? "m "u8 : "l "u8);
        }
    }
}

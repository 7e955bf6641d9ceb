using System.Globalization;
using CrmStudio.App.Kit.Markup;

namespace CrmStudio.App.Kit.Spark;

/// <summary>A small line of how something did lately.</summary>
public static class Spark
{
    private const double Left = 2, Right = 50, Top = 2.5, Foot = 14;

    /// <param name="points">The figures, oldest first; at least two.</param>
    /// <param name="label">What they are, with the figures: the line itself tells nobody how much.</param>
    public static Piece Of(IReadOnlyList<int> points, string label)
    {
        var most = Math.Max(1, points.Max());
        double x(int place) => Left + (Right - Left) * place / (points.Count - 1);
        double y(int point) => Foot - (Foot - Top) * point / most;   // from zero up: a line that starts at its own least would make two look like nothing
        var line = string.Join(' ', points.Select((point, place) => $"{Text(x(place))},{Text(y(point))}"));
        return Html.Shared($"""<svg class="spark" viewBox="0 0 52 16" role="img" aria-label="{label}"><title>{label}</title><polyline points="{line}" /><circle cx="{Text(x(points.Count - 1))}" cy="{Text(y(points[^1]))}" r="2" /></svg>""");
    }

    private static string Text(double at) => at.ToString("0.#", CultureInfo.InvariantCulture);
}

namespace CrmStudio.Infrastructure.Documents.Layout;

/// <summary>How wide a column is: so many points, a share of what is left, or as wide as its content.</summary>
internal readonly record struct Track(TrackKind Kind, double Value)
{
    /// <summary>Places of the columns.</summary>
    /// <param name="tracks">The columns.</param>
    /// <param name="width">All the width there is.</param>
    /// <param name="spacing">Points between two columns.</param>
    /// <param name="natural">Width of a column's content.</param>
    public static (double X, double Width)[] Places(IReadOnlyList<Track> tracks, double width, double spacing, Func<int, double> natural)
    {
        var widths = new double[tracks.Count];
        var (left, shares) = (width - spacing * (tracks.Count - 1), 0d);
        for (var i = 0; i < widths.Length; i++)
        {
            if (tracks[i].Kind == TrackKind.Share) shares += tracks[i].Value;
            else left -= widths[i] = Math.Min(tracks[i].Kind == TrackKind.Fixed ? tracks[i].Value : natural(i), Math.Max(left, 0));
        }
        var places = new (double X, double Width)[widths.Length];
        var x = 0d;
        for (var i = 0; i < widths.Length; i++)
        {
            if (tracks[i].Kind == TrackKind.Share) widths[i] = Math.Max(0, left) * tracks[i].Value / shares;
            places[i] = (x, widths[i]);
            x += widths[i] + spacing;
        }
        return places;
    }
}

/// <summary>What decides how wide a column is.</summary>
internal enum TrackKind
{
    Fixed,
    Share,
    Content,
}

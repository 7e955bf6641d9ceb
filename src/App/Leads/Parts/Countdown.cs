namespace CrmStudio.App.Leads.Parts;

/// <summary>How much time is left, or has passed. js/leads.js writes it the same way.</summary>
public static class Countdown
{
    /// <summary>What is nearer than this is urgent.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromMinutes(10);

    /// <summary>"2:48", "1 h 20", "3 d"; "12 min late", "2 h late" when it has passed.</summary>
    public static string Of(TimeSpan left)
    {
        var late = left < TimeSpan.Zero;
        var span = late ? -left : left;
        if (late) return span.TotalHours < 1 ? $"{(int)span.TotalMinutes} min late" : span.TotalDays < 1 ? $"{(int)span.TotalHours} h late" : $"{(int)span.TotalDays} d late";
        return span.TotalHours < 1 ? $"{(int)span.TotalMinutes}:{span.Seconds:00}" : span.TotalDays < 1 ? $"{(int)span.TotalHours} h {span.Minutes:00}" : $"{(int)span.TotalDays} d";
    }
}

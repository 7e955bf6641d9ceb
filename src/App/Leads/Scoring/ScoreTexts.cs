using System.Globalization;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Scoring;

namespace CrmStudio.App.Leads.Scoring;

/// <summary>Scores in words and signs.</summary>
public static class ScoreTexts
{
    /// <summary>Points with their sign, a true minus: "+14", "−4".</summary>
    public static string Points(int points) => points < 0 ? $"−{-points}" : $"+{points}";

    /// <summary>The class of a score's colour; the word stands beside it always.</summary>
    public static string Tone(LeadBand? band) => band switch { LeadBand.Hot => "acc", LeadBand.Warm => "warn", _ => "t2" };

    /// <summary>What would raise a score, in a sentence.</summary>
    public static string Raise(ScoreRaise raise) => $"{raise.Words} {Points(raise.Points)}";

    /// <summary>What the weights were learned from.</summary>
    public static string From(int learnedFrom) => learnedFrom == 0
        ? $"From the published weights, until {ScoreFit.Fewest} of your own leads have closed."
        : $"From {learnedFrom.ToString("N0", CultureInfo.InvariantCulture)} closed leads of yours.";

    /// <summary>The viewer's day, and the time of day where that is today: "today, 13:56", "Nov 3, 2026".</summary>
    public static string When(DateTimeOffset local, DateOnly today) => DateOnly.FromDateTime(local.Date) == today
        ? local.ToString("'today,' h:mm tt", CultureInfo.GetCultureInfo("en-US")) : local.ToString("MMM d, yyyy", CultureInfo.GetCultureInfo("en-US"));

    /// <summary>What is never asked, wherever a score is shown.</summary>
    public const string NeverUsed = "Age, family, origin, language and address are never used.";

    /// <summary>An input as the table of weights calls it.</summary>
    public static string Input(string name)
    {
        var words = name.Replace('.', ' ').Replace('-', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}

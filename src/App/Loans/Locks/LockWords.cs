using System.Globalization;
using CrmStudio.App.Kit.Marks;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Locks;

namespace CrmStudio.App.Loans.Locks;

/// <summary>How locks are said on screen.</summary>
public static class LockWords
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    /// <summary>"0.250 points", "0.125 credit", "no points".</summary>
    public static string Points(decimal points) => points switch
    {
        0 => "no points",
        > 0 => $"{Figure(points)} points",
        _ => $"{Figure(-points)} credit",
    };

    /// <summary>"0.250 %".</summary>
    public static string Percent(decimal points) => $"{Figure(points)} %";

    /// <summary>"30 days".</summary>
    public static string Days(int days) => days == 1 ? "1 day" : $"{days} days";

    /// <summary>"Conv 30 at 6.375 %, 0.250 points, 30 days".</summary>
    public static string Of(LockTerms terms) => $"{terms.Product} at {LoanWords.Rate(terms.Rate)}, {Points(terms.Points)}, {Days(terms.Days)}";

    /// <summary>How long a lock still holds: "5 days left", "last day", "ran out 2 days ago".</summary>
    public static string Left(int days) => days switch
    {
        0 => "last day",
        > 0 => $"{Days(days)} left",
        _ => $"ran out {Days(-days)} ago",
    };

    /// <summary>When a lock runs out, inside a sentence: "runs out today", "runs out in 5 days".</summary>
    public static string RunsOut(int days) => days switch
    {
        0 => "runs out today",
        1 => "runs out tomorrow",
        _ => $"runs out in {days} days",
    };

    /// <summary>The word for a line of the history, and its tone.</summary>
    public static (string Word, Tone Tone) Of(LockStatus status, bool isRelock, bool wasLocked) => status switch
    {
        LockStatus.Requested => ("Waits at the desk", Tone.Info),
        LockStatus.Locked => (isRelock ? "Relocked" : "Locked", Tone.Ok),
        LockStatus.Extended => (isRelock ? "Relocked, extended" : "Extended", Tone.Ok),
        LockStatus.Expired => ("Ran out", Tone.Bad),
        LockStatus.Cancelled => (wasLocked ? "Cancelled" : "Not locked", Tone.Plain),
        _ => (status.ToString(), Tone.Plain),
    };

    private static string Figure(decimal points) => points.ToString("0.000#", english);
}

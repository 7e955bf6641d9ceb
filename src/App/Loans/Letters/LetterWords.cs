using System.Globalization;
using CrmStudio.App.Kit.Marks;
using CrmStudio.Domain.Loans.Letters;

namespace CrmStudio.App.Loans.Letters;

/// <summary>How letters are spoken of on screen.</summary>
public static class LetterWords
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    public static (string Word, Tone Tone) Of(LetterState state) => state switch
    {
        LetterState.Valid => ("Good", Tone.Ok),
        LetterState.Expired => ("Expired", Tone.Plain),
        LetterState.Revoked => ("Revoked", Tone.Bad),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state"),
    };

    /// <summary>"June 2, 2026".</summary>
    public static string Day(DateOnly day) => day.ToString("MMMM d, yyyy", english);
}

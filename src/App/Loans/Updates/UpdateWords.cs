using CrmStudio.App.Kit.Marks;
using CrmStudio.Domain.Loans.Updates;

namespace CrmStudio.App.Loans.Updates;

/// <summary>How updates are spoken of on screen.</summary>
public static class UpdateWords
{
    public static (string Word, Tone Tone) Of(UpdateState state) => state switch
    {
        UpdateState.Draft => ("Draft", Tone.Accent),
        UpdateState.Waiting => ("Waiting", Tone.Info),
        UpdateState.Sending => ("Leaving", Tone.Info),
        UpdateState.Sent => ("Sent", Tone.Ok),
        UpdateState.Cancelled => ("Held back", Tone.Plain),
        UpdateState.Bounced => ("Bounced", Tone.Bad),
        UpdateState.Failed => ("Failed", Tone.Bad),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state"),
    };

    public static string Of(UpdateAudience audience) => audience == UpdateAudience.Borrowers ? "Borrowers" : "Agents and referrers";
}

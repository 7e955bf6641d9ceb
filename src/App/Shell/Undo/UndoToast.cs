using CrmStudio.App.Kit.Toasts;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Live;

namespace CrmStudio.App.Shell.Undo;

/// <summary>Says what was done, with the way back. One per circuit: it knows how to show the page anew, wherever an undo is asked for.</summary>
public sealed class UndoToast(Toasts toasts, UndoChange undo, CurrentMember me, TimeProvider clock)
{
    private static readonly TimeSpan slower = TimeSpan.FromMilliseconds(300);   // a notice may overtake the answer of its own save
    private readonly List<(Guid Id, Func<Task> Reload)> done = [];

    /// <summary>Shows the outcome of a use case: its summary with Undo, or its refusal.</summary>
    /// <param name="outcome">What the use case answered.</param>
    /// <param name="reload">Shows the page anew after an undo.</param>
    public void Show(Outcome<Changed> outcome, Func<Task> reload)
    {
        if (!outcome.IsDone) toasts.Refused(outcome.Refusal);
        else if (outcome.Value.UndoId is { } id)
        {
            done.Add((id, reload));
            if (done.Count > UndoChange.Depth) done.RemoveAt(0);
            toasts.Done(outcome.Value.Summary, () => SayAsync(id));
        }
    }

    /// <summary>
    /// Whether a notice tells what this circuit did itself and has drawn. What the member does in another window is told a moment
    /// later than what others do.
    /// </summary>
    public async Task<bool> IsOwnAsync(LiveChange change, CancellationToken ct)
    {
        if (change.MemberId != me.Id || change.UndoId is not { } id) return false;
        if (!done.Exists(one => one.Id == id)) await Task.Delay(slower, clock, ct);
        return done.Exists(one => one.Id == id);
    }

    /// <summary>Takes a change back and shows the page anew on which it was made.</summary>
    /// <returns>What was undone, in words.</returns>
    public async Task<Outcome<string>> TakeBackAsync(Guid id)
    {
        // Not the page's token: an undo that was asked for is carried out although the page is left meanwhile.
        var outcome = await undo.RunAsync(new(id), CancellationToken.None);
        if (done.Find(one => one.Id == id) is { Reload: { } reload }) await reload();
        return outcome;
    }

    /// <summary>Takes a change back and says so.</summary>
    public async Task SayAsync(Guid id)
    {
        var outcome = await TakeBackAsync(id);
        if (outcome.IsDone) toasts.Done($"Undone: {outcome.Value}");
        else toasts.Refused(outcome.Refusal);
    }
}

using CrmStudio.App.Kit.Toasts;
using CrmStudio.Domain.Common;

namespace CrmStudio.App.Shell.Undo;

/// <summary>Says what was done, with the way back.</summary>
public sealed class UndoToast(Toasts toasts, UndoChange undo)
{
    /// <summary>Shows the outcome of a use case: its summary with Undo, or its refusal.</summary>
    /// <param name="outcome">What the use case answered.</param>
    /// <param name="reload">Shows the page anew after an undo.</param>
    public void Show(Outcome<Changed> outcome, Func<Task> reload)
    {
        if (!outcome.IsDone) toasts.Refused(outcome.Refusal);
        else if (outcome.Value.UndoId is { } id) toasts.Done(outcome.Value.Summary, () => TakeBackAsync(id, reload));
    }

    private async Task TakeBackAsync(Guid id, Func<Task> reload)
    {
        // Not the page's token: an undo that was asked for is carried out although the page is left meanwhile.
        var outcome = await undo.RunAsync(new(id), CancellationToken.None);
        if (outcome.IsDone) toasts.Done($"Undone: {outcome.Value}");
        else toasts.Refused(outcome.Refusal);
        await reload();
    }
}

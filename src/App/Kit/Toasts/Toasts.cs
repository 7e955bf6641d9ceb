using CrmStudio.Domain.Common;

namespace CrmStudio.App.Kit.Toasts;

/// <summary>What just happened, said at the foot of the page. Scoped: one per circuit. Focus stays where it was.</summary>
public sealed class Toasts
{
    private const int AtOnce = 3;
    private readonly List<Toast> shown = [];

    /// <summary>Raised when the list changed, on the caller's thread.</summary>
    public event Action? Changed;

    /// <summary>The messages on screen, oldest first.</summary>
    public IReadOnlyList<Toast> Shown => shown;

    /// <summary>Says what was done, for ten seconds, with a way back when <paramref name="undo"/> is given.</summary>
    public void Done(string message, Func<Task>? undo = null, params IReadOnlyList<string> names) => Add(new(message, names, undo, IsRefusal: false));

    /// <summary>Says why something was not done, until dismissed.</summary>
    public void Refused(string message, params IReadOnlyList<string> names) => Add(new(message, names, null, IsRefusal: true));

    /// <summary>Says why something was not done, until dismissed.</summary>
    public void Refused(Refusal refusal) => Refused(refusal.Message);

    /// <summary>Takes a message away.</summary>
    public void Dismiss(Toast toast)
    {
        if (shown.Remove(toast)) Changed?.Invoke();
    }

    /// <summary>Takes the verb back and the message away. A second click does nothing.</summary>
    public async Task UndoAsync(Toast toast)
    {
        if (toast.Undo is null || !shown.Contains(toast)) return;
        Dismiss(toast);
        await toast.Undo();
    }

    private void Add(Toast toast)
    {
        shown.Add(toast);
        if (shown.Count > AtOnce) shown.RemoveAt(0);
        Changed?.Invoke();
    }
}

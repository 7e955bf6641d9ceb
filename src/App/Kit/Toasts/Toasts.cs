using CrmStudio.Domain.Common;

namespace CrmStudio.App.Kit.Toasts;

/// <summary>
/// What just happened, said at the foot of the page. Scoped: one per circuit. Focus stays where it was. A message travels once and lives in
/// the browser; here the last ones are kept for their way back.
/// </summary>
public sealed class Toasts
{
    private const int AtOnce = 3;
    private readonly List<Toast> shown = [];
    private int said;

    /// <summary>Raised for each message, on the caller's thread.</summary>
    public event Action<Toast>? Said;

    /// <summary>The last messages, oldest first: those on screen are among them.</summary>
    public IReadOnlyList<Toast> Shown => shown;

    /// <summary>Says what was done, for ten seconds, with a way back when <paramref name="undo"/> is given.</summary>
    public void Done(string message, Func<Task>? undo = null, params IReadOnlyList<string> names) => Add(new(message, names, undo, IsRefusal: false, ++said));

    /// <summary>Says why something was not done, until dismissed.</summary>
    public void Refused(string message, params IReadOnlyList<string> names) => Add(new(message, names, null, IsRefusal: true, ++said));

    /// <summary>Says why something was not done, until dismissed.</summary>
    public void Refused(Refusal refusal) => Refused(refusal.Message);

    /// <summary>Takes the verb of a message back. A second click does nothing.</summary>
    public async Task UndoAsync(int id)
    {
        if (shown.Find(toast => toast.Id == id) is not { Undo: { } undo } toast) return;
        shown.Remove(toast);
        await undo();
    }

    private void Add(Toast toast)
    {
        shown.Add(toast);
        if (shown.Count > AtOnce) shown.RemoveAt(0);
        Said?.Invoke(toast);
    }
}

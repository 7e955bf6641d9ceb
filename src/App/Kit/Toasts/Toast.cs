namespace CrmStudio.App.Kit.Toasts;

/// <summary>One message at the foot of the page.</summary>
/// <param name="Message">One sentence.</param>
/// <param name="Names">Names in it, set bold.</param>
/// <param name="Undo">Takes the verb back; null when it cannot be taken back.</param>
/// <param name="IsRefusal">A refusal is announced at once and stays until dismissed.</param>
/// <param name="Id">Tells two equal sentences of a circuit apart.</param>
public sealed record Toast(string Message, IReadOnlyList<string> Names, Func<Task>? Undo, bool IsRefusal, int Id);

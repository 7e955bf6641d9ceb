using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Undo;

namespace CrmStudio.App.Shell.Undo;

/// <summary>Something the member did that can be, or could have been, taken back.</summary>
/// <param name="Id">Id of the undo entry, or of what a source keeps.</param>
/// <param name="Summary">What was done, past tense.</param>
/// <param name="At">When.</param>
/// <param name="Refused">Why it cannot be taken back any more; null when it can.</param>
public sealed record UndoAct(Guid Id, string Summary, DateTimeOffset At, Refusal? Refused)
{
    /// <summary>The source that takes it back; null for what a save of its own takes back.</summary>
    public string? Source { get; init; }

    /// <summary>What taking it back would do, asked before; null when it is done at once.</summary>
    public string? Question { get; init; }

    /// <summary>Whether it was taken back.</summary>
    public bool IsUndone => Refused == UndoRefusals.AlreadyUndone;
}

using CrmStudio.Domain.Common;

namespace CrmStudio.Infrastructure.Platform.Undo;

/// <summary>Why a change cannot be taken back.</summary>
public static class UndoRefusals
{
    /// <summary>It was taken back already.</summary>
    public static Refusal AlreadyUndone { get; } = new("undo.already-undone", "This was undone already.");

    /// <summary>Nothing of the member's is left to undo.</summary>
    public static Refusal NothingToUndo { get; } = new("undo.nothing", "There is nothing of yours to undo.");

    /// <summary>A record changed since, so putting old values back would overwrite somebody's work.</summary>
    public static Refusal ChangedSince(string? name) =>
        new("undo.changed-since", name is null ? "A record was changed since, so this cannot be undone." : $"{name} was changed since, so this cannot be undone.");
}

namespace CrmStudio.App.Shell.Undo;

/// <summary>What a use case did, for the toast.</summary>
/// <param name="Summary">Past tense, in words.</param>
/// <param name="UndoId">The way back; null when nothing changed.</param>
public sealed record Changed(string Summary, Guid? UndoId);

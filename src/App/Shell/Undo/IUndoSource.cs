using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Shell.Undo;

/// <summary>Acts too large for one save that a room takes back in its own way: whole imports.</summary>
public interface IUndoSource
{
    /// <summary>Stands on its acts.</summary>
    string Name { get; }

    /// <summary>The member's latest acts.</summary>
    Task<IReadOnlyList<UndoAct>> ReadAsync(CrmUnit unit, int most, CancellationToken ct);

    /// <summary>Takes one back, or begins to.</summary>
    /// <returns>What is done now, in words.</returns>
    Task<Outcome<string>> UndoAsync(Guid id, CancellationToken ct);
}

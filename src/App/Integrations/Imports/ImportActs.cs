using CrmStudio.App.Integrations.Imports.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Infrastructure.Platform.Tenancy;
using CrmStudio.Infrastructure.Platform.Undo;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Integrations.Imports;

/// <summary>The member's imports among what they can take back.</summary>
public sealed class ImportActs(UndoImport undo, ImportKinds kinds, CurrentMember me) : IUndoSource
{
    public string Name => "imports";

    public async Task<IReadOnlyList<UndoAct>> ReadAsync(CrmUnit unit, int most, CancellationToken ct)
    {
        var mine = kinds.Names.Where(kind => me.May(kinds.Of(kind).Permission)).ToList();
        ImportStatus[] written = [ImportStatus.Finished, ImportStatus.Cancelled, ImportStatus.Undoing, ImportStatus.Undone];
        var imports = await unit.Db.Imports.AsNoTracking()
            .Where(import => import.MemberId == unit.MemberId && mine.Contains(import.Kind) && written.Contains(import.Status))
            .OrderByDescending(import => import.EndedAt ?? import.CreatedAt).Take(most).ToListAsync(ct);
        return imports.ConvertAll(import => ActOf(import, kinds.Of(import.Kind).Nouns));
    }

    public async Task<Outcome<string>> UndoAsync(Guid id, CancellationToken ct)
    {
        // An id says nothing of the kind; the one it belongs to finds it.
        foreach (var kind in kinds.Names)
        {
            var outcome = await undo.RunAsync(kind, id, ct);
            if (outcome.IsDone) return "The import is being taken back";
            if (outcome.Refusal != Refusal.NotFound) return outcome.Refusal;
        }
        return Refusal.NotFound;
    }

    private UndoAct ActOf(FileImport import, ImportNouns nouns) => new(
        import.Id, $"Imported {import.FileName}, {import.RowCount:N0} {(import.RowCount == 1 ? "row" : "rows")}", import.EndedAt ?? import.CreatedAt,
        import.Status == ImportStatus.Undone ? UndoRefusals.AlreadyUndone : import.Undo().Refusal)   // read without tracking: only asked, never saved
    {
        Source = Name,
        Question = $"The {nouns.Many} it opened are removed and those it changed go back to what they were. {char.ToUpperInvariant(nouns.Many[0])}{nouns.Many[1..]} edited since are kept.",
    };
}

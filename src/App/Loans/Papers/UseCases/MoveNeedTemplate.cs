using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Papers.UseCases;

/// <summary>Moves a usual document one place up or down.</summary>
public sealed class MoveNeedTemplate(CrmWork work)
{
    public sealed record Input(Guid TemplateId, bool Earlier);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.papers.move-template", PaperPermissions.Templates, ct);
        if (unit.Refused is { } refused) return refused;

        var all = await unit.Db.NeedTemplates.OrderBy(one => one.Position).ThenBy(one => one.Id).ToListAsync(ct);
        var place = all.FindIndex(one => one.Id == input.TemplateId);
        if (place < 0) return Refusal.NotFound;
        var summary = $"Moved {all[place].Name} {(input.Earlier ? "up" : "down")}";
        if (all.ElementAtOrDefault(input.Earlier ? place - 1 : place + 1) is not { } neighbour) return new Changed(summary, null);
        all[place].SwapPlaces(neighbour);

        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

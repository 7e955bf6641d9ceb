using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Papers.UseCases;

/// <summary>Takes a document off the usual ones. Lists of loans keep it.</summary>
public sealed class RemoveNeedTemplate(CrmWork work)
{
    public sealed record Input(Guid TemplateId);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.papers.remove-template", PaperPermissions.Templates, ct);
        if (unit.Refused is { } refused) return refused;

        if (await unit.Db.NeedTemplates.SingleOrDefaultAsync(one => one.Id == input.TemplateId, ct) is not { } template) return Refusal.NotFound;
        unit.Db.NeedTemplates.Remove(template);
        var summary = $"Took {template.Name} off the usual documents";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

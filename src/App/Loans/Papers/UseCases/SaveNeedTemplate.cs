using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Papers.UseCases;

/// <summary>Adds a document that is usually asked for, or changes one.</summary>
public sealed class SaveNeedTemplate(CrmWork work)
{
    /// <param name="TemplateId">Which one changes; null for a new one.</param>
    public sealed record Input(Guid? TemplateId, NeedTemplateDraft Draft);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.papers.save-template", PaperPermissions.Templates, ct);
        if (unit.Refused is { } refused) return refused;

        Outcome<NeedTemplate> template;
        if (input.TemplateId is { } id)
        {
            if (await unit.Db.NeedTemplates.SingleOrDefaultAsync(one => one.Id == id, ct) is not { } known) return Refusal.NotFound;
            var changed = known.Change(input.Draft);
            template = changed.IsDone ? known : changed.Refusal;
        }
        else
        {
            template = NeedTemplate.Make((await unit.Db.NeedTemplates.MaxAsync(one => (int?)one.Position, ct) ?? 0) + 1, input.Draft);
            if (template.IsDone) unit.Db.NeedTemplates.Add(template.Value);
        }
        if (!template.IsDone) return template.Refusal;

        var summary = input.TemplateId is null ? $"Added {template.Value.Name} to the usual documents" : $"Changed {template.Value.Name} of the usual documents";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

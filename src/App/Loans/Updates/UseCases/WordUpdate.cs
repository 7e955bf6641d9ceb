using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Updates;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Updates.UseCases;

/// <summary>Words the update of a milestone for one audience.</summary>
public sealed class WordUpdate(CrmWork work)
{
    public sealed record Input(Milestone Milestone, UpdateAudience Audience, bool IsOn, string? Subject, string? Text);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.updates.word", UpdatePermissions.Word, ct);
        if (unit.Refused is { } refused) return refused;
        if (!UpdateWording.Milestones.Contains(input.Milestone)) return Refusal.NotFound;

        var template = await unit.Db.UpdateTemplates.SingleOrDefaultAsync(t => t.Milestone == input.Milestone && t.Audience == input.Audience, ct)
            ?? unit.Db.UpdateTemplates.Add(new UpdateTemplate(input.Milestone, input.Audience)).Entity;
        if (template.Word(input.IsOn, input.Subject, input.Text) is { IsDone: false } wrong) return wrong.Refusal;

        var summary = $"Worded “{template.Subject}”";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, duplicate: _ => Refusal.ChangedMeanwhile);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

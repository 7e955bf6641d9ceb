using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Papers.UseCases;

/// <summary>Puts the documents most lenders ask for on the organization's list, as far as they are not there.</summary>
public sealed class AddUsualNeeds(CrmWork work)
{
    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.papers.add-usual", PaperPermissions.Templates, ct);
        if (unit.Refused is { } refused) return refused;

        var names = await unit.Db.NeedTemplates.Select(template => template.Name).ToListAsync(ct);
        var missing = DefaultNeeds.All().Where(template => !names.Contains(template.Name)).ToList();
        unit.Db.NeedTemplates.AddRange(missing);
        var summary = $"Added {PaperWords.Count(missing.Count, "usual document")}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

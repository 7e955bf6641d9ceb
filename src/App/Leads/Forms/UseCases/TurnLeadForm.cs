using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Forms.UseCases;

/// <summary>Turns a form off, at once, or on again.</summary>
public sealed class TurnLeadForm(CrmWork work)
{
    public sealed record Input(Guid FormId, bool On);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.forms.turn", LeadPermissions.Capture, ct);
        if (unit.Refused is { } refused) return refused;
        if (await unit.Db.LeadForms.SingleOrDefaultAsync(one => one.Id == input.FormId, ct) is not { } form) return Refusal.NotFound;

        form.Turn(input.On);
        var summary = $"Turned the form {form.Name} {(input.On ? "on" : "off")}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

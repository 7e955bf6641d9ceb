using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Forms;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Forms.UseCases;

/// <summary>Sets a form otherwise. Its address stays; what it accepted before stays as it came.</summary>
public sealed class ChangeLeadForm(CrmWork work)
{
    public sealed record Input(Guid FormId, LeadFormSetup Setup);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.forms.change", LeadPermissions.Capture, ct);
        if (unit.Refused is { } refused) return refused;
        if (await unit.Db.LeadForms.SingleOrDefaultAsync(one => one.Id == input.FormId, ct) is not { } form) return Refusal.NotFound;
        if (form.Set(input.Setup) is { IsDone: false } wrong) return wrong.Refusal;

        var summary = $"Changed the form {form.Name}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, duplicate: _ => FormRefusals.NameTaken);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

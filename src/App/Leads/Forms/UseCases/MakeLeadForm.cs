using System.Security.Cryptography;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Forms;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Forms.UseCases;

/// <summary>Makes a form under an address of its own.</summary>
public sealed class MakeLeadForm(CrmWork work)
{
    private const int KeyBytes = 16;

    public sealed record Input(LeadFormSetup Setup);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.forms.make", LeadPermissions.Capture, ct);
        if (unit.Refused is { } refused) return refused;
        if (await unit.Db.LeadForms.CountAsync(ct) >= LeadForm.Limit) return FormRefusals.TooMany;

        var form = new LeadForm(WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(KeyBytes)));
        if (form.Set(input.Setup) is { IsDone: false } wrong) return wrong.Refusal;
        unit.Db.LeadForms.Add(form);

        var summary = $"Made the form {form.Name}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, duplicate: _ => FormRefusals.NameTaken);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

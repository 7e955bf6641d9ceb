using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Forms;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Forms.UseCases;

/// <summary>Keeps a request as it came: one insert, then the sender is answered. What becomes of it follows.</summary>
public sealed class AcceptCapture(CrmWork work, CaptureBell bell)
{
    /// <param name="Form">The form, as its door opened it.</param>
    /// <param name="Inquiry">What was written.</param>
    /// <param name="Shown">The consents that were given, with their words.</param>
    /// <param name="Key">What the sender calls the request; null for one that is sent once.</param>
    /// <param name="AddressHash">The sender's address, hashed.</param>
    public sealed record Input(LeadForm Form, CapturedInquiry Inquiry, IReadOnlyList<FormConsent> Shown, string? Key, string AddressHash);

    /// <returns>The id under which it is kept; the same for the same request sent again.</returns>
    public async Task<Outcome<Guid>> RunAsync(Input input, CancellationToken ct)
    {
        if (input.Key is { Length: 0 or > LeadCapture.KeyMaxLength }) return FormRefusals.BadKey;
        var accepted = await AddAsync(input, ct);
        return accepted.Refusal == Refusal.ChangedMeanwhile ? await AgainAsync(accepted.Value!, ct)
            : accepted.Refusal is { } refused ? refused : accepted.Value!.Id;
    }

    private async Task<Outcome<LeadCapture>> AddAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.forms.accept", LeadPermissions.Capture, ct);
        if (unit.Refused is { } refused) return refused;

        var capture = new LeadCapture(input.Form, input.Inquiry, input.Shown, input.Key ?? Guid.NewGuid().ToString("n"), input.AddressHash, unit.At);
        unit.Db.LeadCaptures.Add(capture);
        var saved = await unit.SaveAsync(ct, duplicate: _ => Refusal.ChangedMeanwhile);
        if (saved.IsDone) bell.Ring();
        return new Outcome<LeadCapture>(capture, saved.Refusal);
    }

    private async Task<Outcome<Guid>> AgainAsync(LeadCapture capture, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.forms.accept", LeadPermissions.Capture, ct);
        if (unit.Refused is { } refused) return refused;
        var first = await unit.Db.LeadCaptures.AsNoTracking().SingleAsync(one => one.FormId == capture.FormId && one.Key == capture.Key, ct);
        return first.SaysSameAs(capture) ? first.Id : FormRefusals.KeyReused;
    }
}

using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Forms.UseCases;

/// <summary>Tries a request again that could not become a lead.</summary>
public sealed class RetryCapture(CrmWork work, CaptureBell bell)
{
    public sealed record Input(Guid CaptureId);

    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.forms.retry", LeadPermissions.Capture, ct);
        if (unit.Refused is { } refused) return refused;
        if (await unit.Db.LeadCaptures.SingleOrDefaultAsync(one => one.Id == input.CaptureId, ct) is not { } capture) return Refusal.NotFound;
        if (capture.Retry(unit.At) is { IsDone: false } no) return no.Refusal;

        var saved = await unit.SaveAsync(ct);
        if (!saved.IsDone) return saved.Refusal;
        bell.Ring();
        return new Changed("The request is tried again", null);
    }
}

using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Routing.UseCases;

/// <summary>Removes a licence a member does not hold.</summary>
public sealed class RemoveLicence(CrmWork work)
{
    public sealed record Input(Guid LicenceId);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.remove-licence", LeadPermissions.Route, ct);
        if (unit.Refused is { } refused) return refused;

        if (await unit.Db.Licences.SingleOrDefaultAsync(licence => licence.Id == input.LicenceId, ct) is not { } licence) return Refusal.NotFound;
        unit.Db.Licences.Remove(licence);

        var summary = $"Removed the licence in {licence.State}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

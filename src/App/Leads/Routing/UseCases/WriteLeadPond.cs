using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Routing;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Routing.UseCases;

/// <summary>Writes a pond, new or changed: its name, and whose it is.</summary>
public sealed class WriteLeadPond(CrmWork work)
{
    /// <param name="PondId">The pond; null for a new one.</param>
    /// <param name="TeamId">The team that sees it; null for everybody who works on leads.</param>
    public sealed record Input(Guid? PondId, string? Name, Guid? TeamId);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.write-pond", LeadPermissions.Route, ct);
        if (unit.Refused is { } refused) return refused;

        if (input.TeamId is { } team && !await unit.Db.Teams.AnyAsync(known => known.Id == team, ct)) return Refusal.NotFound;
        var pond = await unit.Db.LeadPonds.SingleOrDefaultAsync(known => known.Id == input.PondId, ct);
        if (pond is null && input.PondId is not null) return Refusal.NotFound;
        if (pond is null)
        {
            var dug = LeadPond.Dig(input.Name, input.TeamId);
            if (!dug.IsDone) return dug.Refusal;
            unit.Db.LeadPonds.Add(pond = dug.Value);
        }
        else if (pond.Change(input.Name, input.TeamId) is { IsDone: false } wrong) return wrong.Refusal;

        var summary = input.PondId is null ? $"Added the pond {pond.Name}" : $"Changed the pond {pond.Name}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, duplicate: _ => RoutingRefusals.NameTaken);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

using System.Globalization;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Routing;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Routing.UseCases;

/// <summary>Notes that a member is licensed in a state, or until when the licence holds now.</summary>
public sealed class NoteLicence(CrmWork work)
{
    public sealed record Input(Guid MemberId, string? State, string? Number, DateOnly? ExpiresOn);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.note-licence", LeadPermissions.Route, ct);
        if (unit.Refused is { } refused) return refused;

        var member = await unit.Db.Members.AsNoTracking().SingleOrDefaultAsync(known => known.Id == input.MemberId, ct);
        if (member is null) return Refusal.NotFound;
        var noted = Licence.Hold(member.Id, input.State, input.Number, input.ExpiresOn);
        if (!noted.IsDone) return noted.Refusal;
        var licence = noted.Value;
        if (await unit.Db.Licences.SingleOrDefaultAsync(known => known.MemberId == member.Id && known.State == licence.State, ct) is { } known) known.Renew(input.Number, input.ExpiresOn);
        else unit.Db.Licences.Add(licence);

        var until = licence.ExpiresOn is { } day ? string.Create(CultureInfo.GetCultureInfo("en-US"), $" until {day:MMM d, yyyy}") : null;
        var summary = $"{member.Name} is licensed in {licence.State}{until}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, duplicate: _ => RoutingRefusals.LicensedAlready);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Leads.UseCases;

/// <summary>Takes leads out of the inbox until an instant. They come back by themselves.</summary>
public sealed class SnoozeLeads(CrmWork work, CurrentMember me)
{
    public sealed record Input(IReadOnlyList<Guid> LeadIds, DateTimeOffset Until);

    public async Task<Outcome<LeadsWorked>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.snooze", LeadPermissions.Work, ct);
        if (unit.Refused is { } refused) return refused;
        var until = TimeZoneInfo.ConvertTime(input.Until, TimeZoneInfo.FindSystemTimeZoneById(me.TimeZone));
        return await LeadsWorked.RunAsync(unit, me, input.LeadIds, lead => lead.Snooze(input.Until, unit.At), leads => $"Snoozed {leads} until {LeadWords.Moment(until)}", ct);
    }
}

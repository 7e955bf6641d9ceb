using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Hours;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Hours.UseCases;

/// <summary>Says when the organization or a member works. Everybody sets their own hours; others' are set by who routes leads.</summary>
public sealed class SetWorkingHours(CrmWork work, CurrentMember me)
{
    /// <param name="MemberId">Whose; null for the organization's.</param>
    /// <param name="Week">The week; null for a member who works when the organization does.</param>
    public sealed record Input(Guid? MemberId, WorkWeek? Week);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.set-working-hours", input.MemberId == me.Id ? AccessPermissions.OwnAccount : LeadPermissions.Route, ct);
        if (unit.Refused is { } refused) return refused;

        var schedule = await unit.Db.WorkSchedules.SingleOrDefaultAsync(known => known.MemberId == input.MemberId, ct);
        var name = input.MemberId is { } id ? await unit.Db.Members.Where(member => member.Id == id).Select(member => member.FirstName + " " + member.LastName).SingleOrDefaultAsync(ct) : "the organization";
        if (name is null || (input.MemberId is null && input.Week is null)) return Refusal.NotFound;
        var summary = $"Changed the working hours of {name}";
        if (input.Week is null)
        {
            if (schedule is null) return new Changed(summary, null);
            unit.Db.WorkSchedules.Remove(schedule);
        }
        else
        {
            schedule ??= unit.Db.WorkSchedules.Add(new WorkSchedule(input.MemberId)).Entity;
            if (schedule.Write(input.Week) is { IsDone: false } wrong) return wrong.Refusal;
        }

        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, duplicate: _ => Refusal.ChangedMeanwhile);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

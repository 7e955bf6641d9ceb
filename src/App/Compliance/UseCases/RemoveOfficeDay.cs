using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Compliance.UseCases;

/// <summary>Takes a day off the office calendar.</summary>
public sealed class RemoveOfficeDay(CrmWork work)
{
    public sealed record Input(Guid OfficeDayId);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("compliance.remove-office-day", CompliancePermissions.EditCalendar, ct);
        if (unit.Refused is { } refused) return refused;

        if (await unit.Db.OfficeDays.SingleOrDefaultAsync(day => day.Id == input.OfficeDayId, ct) is not { } day) return Refusal.NotFound;
        unit.Db.OfficeDays.Remove(day);

        var summary = $"Took {day.RecordName} off the office calendar";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

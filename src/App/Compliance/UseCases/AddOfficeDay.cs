using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Compliance.UseCases;

/// <summary>Puts a day on the office calendar that is not open or closed as usual.</summary>
public sealed class AddOfficeDay(CrmWork work)
{
    public sealed record Input(DateOnly Day, bool IsOpen, string? Name);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("compliance.add-office-day", CompliancePermissions.EditCalendar, ct);
        if (unit.Refused is { } refused) return refused;

        var noted = OfficeDay.Note(input.Day, input.IsOpen, input.Name, await unit.Db.OfficeDays.CountAsync(ct));
        if (!noted.IsDone) return noted.Refusal;
        unit.Db.OfficeDays.Add(noted.Value);

        var summary = $"Put {noted.Value.RecordName} on the office calendar";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, _ => ComplianceRefusals.DayNoted);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

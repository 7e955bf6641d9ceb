using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Compliance.UseCases;

/// <summary>Says on which weekdays the offices are open, how they keep holidays, and which legal entity the lender is.</summary>
public sealed class EditOffice(CrmWork work)
{
    public sealed record Input(IReadOnlyList<DayOfWeek> OpenOn, bool ClosesOnHolidays, bool ClosesOnObservedHolidays, string? Lei);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("compliance.edit-office", CompliancePermissions.EditCalendar, ct);
        if (unit.Refused is { } refused) return refused;

        if (await unit.Db.LenderProfiles.FirstOrDefaultAsync(ct) is not { } lender) unit.Db.LenderProfiles.Add(lender = LenderProfile.Usual());
        if (lender.Open(input.OpenOn, input.ClosesOnHolidays, input.ClosesOnObservedHolidays) is { IsDone: false } closed) return closed.Refusal;
        if (lender.Identify(input.Lei) is { IsDone: false } unknown) return unknown.Refusal;

        const string summary = "Changed the office calendar";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

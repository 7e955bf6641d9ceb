using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance;
using CrmStudio.Domain.Compliance.Calendars;
using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Compliance.Queries;

/// <summary>The office calendar as it is edited, with the next days as both calendars see them.</summary>
public sealed class OfficeCalendarQuery(CrmWork work, LenderRules rules, CurrentMember me)
{
    /// <summary>Days shown ahead.</summary>
    public const int DaysAhead = 35;

    public async Task<Outcome<OfficeCalendarView>> ReadAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("compliance.office", CompliancePermissions.EditCalendar, ct);
        if (unit.Refused is { } refused) return refused;

        var lender = await LenderRules.ProfileAsync(unit, ct);
        var dates = await rules.ReadAsync(unit, ct);
        var days = await unit.Db.OfficeDays.AsNoTracking().OrderBy(day => day.Day).ToListAsync(ct);
        var today = me.DayOf(unit.At);
        var (office, specific) = (dates.CalendarOf(DayKind.General), dates.CalendarOf(DayKind.Specific));
        return new OfficeCalendarView(
            [.. lender.OpenWeekdays], lender.ClosesOnHolidays, lender.ClosesOnObservedHolidays, lender.Lei, dates.Book.Version,
            [.. days.Select(day => new OfficeDayLine(day.Id, day.Day, day.IsOpen, day.Name))],
            [.. Enumerable.Range(0, DaysAhead).Select(today.AddDays).Select(day => new OfficePreviewDay(day, office.Mark(day), specific.Mark(day)))]);
    }
}

/// <summary>The office calendar under edit.</summary>
public sealed record OfficeCalendarView(
    IReadOnlyList<DayOfWeek> OpenOn, bool ClosesOnHolidays, bool ClosesOnObservedHolidays, string? Lei, string RulePack, IReadOnlyList<OfficeDayLine> Days, IReadOnlyList<OfficePreviewDay> Preview);

/// <summary>A day unlike the others.</summary>
public sealed record OfficeDayLine(Guid Id, DateOnly Day, bool IsOpen, string Name);

/// <summary>A day ahead, as the two calendars see it.</summary>
public sealed record OfficePreviewDay(DateOnly Day, DayMark Office, DayMark Specific);

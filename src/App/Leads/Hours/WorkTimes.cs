using CrmStudio.App.Compliance;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Compliance.Calendars;
using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Domain.Leads.Hours;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Hours;

/// <summary>When the organization and its members work, with the days on which offices are closed and members are away.</summary>
public sealed class WorkTimes
{
    private readonly OfficeDays days;
    private readonly Dictionary<Guid, WorkWeek> weeks;
    private readonly ILookup<Guid, AwaySpan> away;
    private readonly WorkWeek? written;

    private WorkTimes(OfficeDays days, WorkWeek? written, WorkWeek usual, Dictionary<Guid, WorkWeek> weeks, ILookup<Guid, AwaySpan> away)
    {
        (this.days, this.written, this.weeks, this.away) = (days, written, weeks, away);
        OfficeWeek = written ?? usual;
        Office = new WorkClock(OfficeWeek, days.Closing);
    }

    /// <summary>The organization's week.</summary>
    public WorkWeek OfficeWeek { get; }

    /// <summary>When the organization works.</summary>
    public WorkClock Office { get; }

    /// <summary>The week the organization, or a member, wrote; null where they did not.</summary>
    public WorkWeek? Written(Guid? memberId) => memberId is { } id ? weeks.GetValueOrDefault(id) : written;

    /// <summary>Days a member is away, from yesterday on.</summary>
    public IEnumerable<AwaySpan> Away(Guid memberId) => away[memberId].OrderBy(span => span.FirstDay);

    /// <summary>When a member works: by their own week, or the organization's.</summary>
    public WorkClock Of(Guid memberId)
    {
        var absent = away[memberId].ToList();
        return new WorkClock(weeks.GetValueOrDefault(memberId) ?? OfficeWeek, day => absent.Exists(span => span.Has(day)) ? "away" : days.Closing(day));
    }

    public static async Task<WorkTimes> ReadAsync(CrmUnit unit, LenderRules lender, CurrentMember me, CancellationToken ct)
    {
        var rules = await lender.ReadAsync(unit, ct);
        var hours = await unit.Db.WorkSchedules.AsNoTracking().ToListAsync(ct);
        var yesterday = me.DayOf(unit.At).AddDays(-1);
        var away = await unit.Db.AwaySpans.AsNoTracking().Where(span => span.LastDay >= yesterday).ToListAsync(ct);
        return new WorkTimes(
            (OfficeDays)rules.CalendarOf(DayKind.General), hours.Find(one => one.MemberId is null)?.Week, WorkWeek.Usual(me.Authority.OrgTimeZone),
            hours.Where(one => one.MemberId is not null).ToDictionary(one => one.MemberId!.Value, one => one.Week), away.ToLookup(span => span.MemberId));
    }
}

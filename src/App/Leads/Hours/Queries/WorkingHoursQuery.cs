using CrmStudio.App.Compliance;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Hours;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Hours.Queries;

/// <summary>When the organization, oneself, or — for who routes leads — anybody works.</summary>
public sealed class WorkingHoursQuery(CrmWork work, LenderRules lender, CurrentMember me)
{
    /// <param name="of">Whose; the organization's where it is null and the member may set them, else one's own.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Outcome<WorkingHours>> ReadAsync(WhoseHours of, CancellationToken ct)
    {
        var isOwn = of.MemberId == me.Id;
        await using var unit = await work.BeginAsync("leads.read-working-hours", isOwn ? AccessPermissions.OwnAccount : LeadPermissions.Route, ct);
        if (unit.Refused is { } refused) return refused;

        var routes = me.May(LeadPermissions.Route);
        var members = routes ? await unit.Db.Members.AsNoTracking().Where(member => member.Status == MemberStatus.Active).OrderBy(member => member.FirstName).ThenBy(member => member.LastName)
            .Select(member => new HoursMember(member.Id, member.FirstName + " " + member.LastName)).ToListAsync(ct) : [];
        if (of.MemberId is { } asked && !isOwn && !members.Exists(member => member.Id == asked)) return Refusal.NotFound;
        var today = me.DayOf(unit.At);
        var times = await WorkTimes.ReadAsync(unit, lender, me, ct);
        var written = times.Written(of.MemberId);
        List<AwayLine> away = of.MemberId is { } id ? [.. times.Away(id).Where(span => span.LastDay >= today).Select(span => new AwayLine(span.Id, span.FirstDay, span.LastDay, span.Note))] : [];
        var clock = of.MemberId is { } member ? times.Of(member) : times.Office;
        return new WorkingHours(of.MemberId, written is not null, written ?? times.OfficeWeek, clock.OffUntil(unit.At), away, members, routes, today);
    }
}

/// <summary>Whose hours are asked for.</summary>
public sealed record WhoseHours(Guid? MemberId);

/// <summary>Hours under edit.</summary>
/// <param name="MemberId">Whose; null for the organization's.</param>
/// <param name="IsOwn">Whether they have a week of their own, or the organization's.</param>
/// <param name="Week">The week.</param>
/// <param name="OffUntil">Until when nobody works, in words; null at work.</param>
/// <param name="Away">Days away, from today on.</param>
/// <param name="Members">Whose hours can be chosen; empty for who sets their own only.</param>
/// <param name="Routes">Whether others' hours can be set.</param>
/// <param name="Today">The legal day.</param>
public sealed record WorkingHours(Guid? MemberId, bool IsOwn, WorkWeek Week, string? OffUntil, IReadOnlyList<AwayLine> Away, IReadOnlyList<HoursMember> Members, bool Routes, DateOnly Today);

/// <summary>Days away.</summary>
public sealed record AwayLine(Guid Id, DateOnly FirstDay, DateOnly LastDay, string? Note);

/// <summary>A member to choose.</summary>
public sealed record HoursMember(Guid Id, string Name);

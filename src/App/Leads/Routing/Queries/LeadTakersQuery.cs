using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Routing.Queries;

/// <summary>Who takes leads: caps, languages and licences of everybody who works on leads.</summary>
public sealed class LeadTakersQuery(CrmWork work, CurrentMember me)
{
    /// <summary>Days ahead from which on a licence is said to run out.</summary>
    public const int Soon = 60;

    public async Task<Outcome<LeadTakers>> ReadAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.read-people", LeadPermissions.Route, ct);
        if (unit.Refused is { } refused) return refused;

        var db = unit.Db;
        var today = me.DayOf(unit.At);
        var members = await unit.Db.WhoWorkLeads().AsNoTracking().OrderBy(member => member.FirstName).ThenBy(member => member.LastName)
            .Select(member => new
            {
                member.Id, Name = member.FirstName + " " + member.LastName, member.Title, Profile = db.LeadProfiles.FirstOrDefault(profile => profile.MemberId == member.Id),
                Open = db.Leads.Count(lead => lead.AssigneeId == member.Id && lead.EndedAt == null),
                BackOn = db.AwaySpans.Where(away => away.MemberId == member.Id && away.FirstDay <= today && away.LastDay >= today).Max(away => (DateOnly?)away.LastDay),
            }).ToListAsync(ct);
        var licences = (await db.Licences.AsNoTracking().OrderBy(licence => licence.State).ToListAsync(ct)).ToLookup(licence => licence.MemberId);
        return new LeadTakers(today, [.. members.Select(member => new LeadTaker(
            member.Id, member.Name, member.Title, member.Profile?.TakesLeads ?? true, member.Profile?.OpenCap, member.Profile?.DailyCap, member.Profile?.Languages ?? [], member.Open, member.BackOn,
            [.. licences[member.Id].Select(licence => new LicenceLine(licence.Id, licence.State, licence.Number, licence.ExpiresOn))]))]);
    }
}

/// <summary>Everybody who could take leads.</summary>
public sealed record LeadTakers(DateOnly Today, IReadOnlyList<LeadTaker> People);

/// <summary>A member and how they take leads.</summary>
/// <param name="AwayUntil">The last day they are away; null while they are here.</param>
public sealed record LeadTaker(
    Guid Id, string Name, string? Title, bool TakesLeads, int? OpenCap, int? DailyCap, IReadOnlyList<string> Languages, int Open, DateOnly? AwayUntil, IReadOnlyList<LicenceLine> Licences);

/// <summary>A licence.</summary>
public sealed record LicenceLine(Guid Id, string State, string? Number, DateOnly? ExpiresOn);

using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Live;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Queries;

/// <summary>People, ponds and tags that lists of leads name and offer.</summary>
public sealed class LeadChoicesQuery(CrmWork work, CurrentMember me, KeptReads kept)
{
    private static readonly string[] tables = ["members", "member_roles", "roles", "role_permissions", "team_members", "lead_ponds", "tags"];
    private static readonly TimeSpan keptFor = TimeSpan.FromMinutes(10);

    /// <summary>The choices; kept until one of them changes.</summary>
    public async Task<Outcome<LeadChoices>> ReadAsync(CancellationToken ct)
    {
        if (!me.May(LeadPermissions.Read)) return await ReadNowAsync(ct);   // refuses, and the audit trail says so
        var known = await kept.ReadAsync(me.OrgId, (nameof(LeadChoicesQuery), me.Id), tables, keptFor, () => ReadNowAsync(CancellationToken.None), read => read.IsDone).WaitAsync(ct);
        return known.IsDone ? known : await ReadNowAsync(ct);
    }

    private async Task<Outcome<LeadChoices>> ReadNowAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.choices", LeadPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var (db, workers) = (unit.Db, unit.Db.WhoWorkLeads().Select(member => member.Id));
        var people = await db.Members.AsNoTracking().OrderBy(member => member.FirstName).ThenBy(member => member.LastName)
            .Select(member => new LeadPerson(member.Id, member.FirstName + " " + member.LastName, workers.Contains(member.Id))).ToListAsync(ct);
        var mine = db.PondsOf(me).Select(pond => pond.Id);
        var ponds = await db.LeadPonds.AsNoTracking().OrderBy(pond => pond.Name).Select(pond => new { Pond = new LeadOption(pond.Id, pond.Name), IsMine = mine.Contains(pond.Id) }).ToListAsync(ct);
        var tags = await db.Tags.AsNoTracking().OrderBy(tag => tag.Name).Select(tag => new LeadOption(tag.Id, tag.Name)).ToListAsync(ct);
        return new LeadChoices(people, [.. ponds.Select(one => one.Pond)], [.. ponds.Where(one => one.IsMine).Select(one => one.Pond)], tags, me.SeesLeadAmounts());
    }
}

/// <summary>What lists of leads name and offer.</summary>
/// <param name="MyPonds">Ponds the member may put leads into and claim from.</param>
public sealed record LeadChoices(IReadOnlyList<LeadPerson> People, IReadOnlyList<LeadOption> Ponds, IReadOnlyList<LeadOption> MyPonds, IReadOnlyList<LeadOption> Tags, bool SeesAmounts)
{
    private readonly Dictionary<Guid, string> names = People.ToDictionary(person => person.Id, person => person.Name);

    /// <summary>A member's name.</summary>
    public string? Name(Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;

    /// <summary>A pond's name.</summary>
    public string? Pond(Guid? id) => Ponds.FirstOrDefault(pond => pond.Id == id)?.Name;
}

/// <summary>A member to show; to choose while they work leads.</summary>
public sealed record LeadPerson(Guid Id, string Name, bool WorksLeads);

/// <summary>A pond or a tag.</summary>
public sealed record LeadOption(Guid Id, string Name);

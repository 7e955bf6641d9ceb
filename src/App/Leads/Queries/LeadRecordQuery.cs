using CrmStudio.App.Contacts;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Queries;

/// <summary>Everything the record of a lead shows: the inquiry, the person, what may be done to reach them, and what happened.</summary>
public sealed class LeadRecordQuery(CrmWork work, CurrentMember me)
{
    /// <summary>Newest lines of the timeline.</summary>
    public const int TimelineLines = 100;

    public async Task<Outcome<LeadRecord>> ReadAsync(Guid leadId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.read", LeadPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var db = unit.Db;
        var read = await db.LeadsOf(me, LeadPermissions.Read).AsNoTracking().Where(one => one.Id == leadId)
            .Join(db.Contacts, lead => lead.ContactId, contact => contact.Id, (Lead, Contact) => new
            {
                Lead, Contact, Referrer = db.Contacts.Where(other => other.Id == Lead.ReferrerContactId).Select(other => other.FirstName + " " + other.LastName).FirstOrDefault(),
            }).SingleOrDefaultAsync(ct);
        if (read is null) return Refusal.NotFound;

        var (lead, person) = (read.Lead, read.Contact);
        var consents = await db.Consents.AsNoTracking().Where(consent => consent.ContactId == person.Id).ToListAsync(ct);
        var lines = await db.Activities.AsNoTracking()
            .Where(line => (line.EntityType == LeadTables.Leads && line.EntityId == leadId) || (line.EntityType == ContactTables.Contacts && line.EntityId == person.Id))
            .OrderByDescending(line => line.At).ThenByDescending(line => line.Id).Take(TimelineLines)
            .Select(line => new LeadLine(line.Id, line.At, line.Kind, line.MemberId, line.Text, line.Result, line.IsInbound, line.Minutes)).ToListAsync(ct);
        var passed = await db.LeadAssignments.AsNoTracking().Where(one => one.LeadId == leadId).OrderByDescending(one => one.At).ThenByDescending(one => one.Id).Take(TimelineLines).ToListAsync(ct);
        var tags = await db.RecordTags.AsNoTracking().Where(tag => tag.EntityType == LeadTables.Leads && tag.EntityId == leadId)
            .Join(db.Tags, record => record.TagId, tag => tag.Id, (_, tag) => tag.Name).OrderBy(name => name).ToListAsync(ct);

        var amounts = me.SeesLeadAmounts();
        var isOpen = lead.IsOpen;
        return new LeadRecord(lead, person, amounts ? lead.Wish() : lead.Wish() with { Amount = null }, read.Referrer, Standing(person, consents), lines, passed, tags, amounts)
        {
            MayClaim = isOpen && lead.AssigneeId is null && me.May(LeadPermissions.Work), MayWork = isOpen && Reaches(LeadPermissions.Work, lead), MayAssign = isOpen && Reaches(LeadPermissions.Assign, lead),
            MayConvert = isOpen && Reaches(LeadPermissions.Convert, lead), MayReopen = !isOpen && lead.LoanId is null && Reaches(LeadPermissions.Work, lead),
        };
    }

    // The same reach the verbs have: leads of nobody, which stand in a pond that is seen here, are within it.
    private bool Reaches(Permission permission, Lead lead) => me.ScopeOf(permission) switch
    {
        Scope.Organization => true,
        Scope.Team => lead.AssigneeId is not { } member ? lead.PondId is not null : member == me.Id || me.Authority.Team.Contains(member),
        Scope.Own => lead.AssigneeId == me.Id || (lead.AssigneeId is null && lead.PondId is not null),
        _ => false,
    };

    private static List<LeadConsent> Standing(Contact person, List<Consent> consents) =>
    [
        .. from channel in (ConsentChannel[])[ConsentChannel.Call, ConsentChannel.Sms, ConsentChannel.Email]
        let word = Consent.Standing(person, consents, channel, ConsentPurpose.Marketing)
        select new LeadConsent(channel, word.IsDone, word.Value?.At, consents.Exists(consent => consent.Channel == channel)),
    ];
}

/// <summary>A lead as one member may see it; the wish has no amount for who sees none.</summary>
public sealed record LeadRecord(
    Lead Lead, Contact Person, LeadWish Wish, string? Referrer, IReadOnlyList<LeadConsent> Consents, IReadOnlyList<LeadLine> Timeline, IReadOnlyList<LeadAssignment> Assignments,
    IReadOnlyList<string> Tags, bool SeesAmounts)
{
    public bool MayClaim { get; init; }

    public bool MayWork { get; init; }

    public bool MayAssign { get; init; }

    public bool MayConvert { get; init; }

    public bool MayReopen { get; init; }
}

/// <summary>Whether the person agreed to be reached by a channel for offers.</summary>
public sealed record LeadConsent(ConsentChannel Channel, bool IsGiven, DateTimeOffset? At, bool WasAsked);

/// <summary>A line of the timeline.</summary>
public sealed record LeadLine(Guid Id, DateTimeOffset At, ActivityKind Kind, Guid? MemberId, string Text, CallResult? Result, bool? IsInbound, int? Minutes);

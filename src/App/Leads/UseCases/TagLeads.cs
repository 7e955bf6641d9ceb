using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.UseCases;

/// <summary>Puts a tag on leads; one nobody used before is made on the way.</summary>
public sealed class TagLeads(CrmWork work, CurrentMember me)
{
    public sealed record Input(IReadOnlyList<Guid> LeadIds, string Tag);

    public async Task<Outcome<LeadsWorked>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.tag", LeadPermissions.Work, ct);
        if (unit.Refused is { } refused) return refused;
        var named = Tag.Named(input.Tag);
        if (named.Value is not { } tag) return named.Refusal!;

        var (db, key, ids) = (unit.Db, tag.Key, input.LeadIds.ToArray());
        if (await db.Tags.SingleOrDefaultAsync(one => one.Key == key, ct) is { } known) tag = known;
        else if (await db.Tags.CountAsync(ct) >= Tag.Limit) return ContactRefusals.TooManyTags;
        else db.Tags.Add(tag);
        var tagged = await db.RecordTags.Where(record => record.TagId == tag.Id && ids.Contains(record.EntityId)).Select(record => record.EntityId).ToListAsync(ct);

        return await LeadsWorked.RunAsync(unit, me, input.LeadIds, lead => Put(unit, lead, tag, tagged), leads => $"Tagged {leads} “{tag.Name}”", ct);
    }

    private static Outcome Put(CrmUnit unit, Lead lead, Tag tag, List<Guid> tagged)
    {
        if (tagged.Contains(lead.Id)) return LeadRefusals.TaggedAlready(tag.Name);
        unit.Db.RecordTags.Add(new RecordTag(LeadTables.Leads, lead.Id, tag.Id));
        return Outcome.Done;
    }
}

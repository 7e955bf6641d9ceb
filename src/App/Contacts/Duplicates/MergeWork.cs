using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Contacts.Duplicates;
using CrmStudio.Infrastructure.Platform.Merging;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Duplicates;

/// <summary>Makes one record of two in a unit of work: fields as they were picked, the rest of the other record beside them. The caller saves.</summary>
public sealed class MergeWork(RecordMerger merger, IEnumerable<IFollowMerges> rooms)
{
    /// <summary>What a pick of a field of the organization's own is called.</summary>
    public const string OwnField = "own:";

    /// <summary>Makes one person of two records.</summary>
    public async Task PeopleAsync(CrmUnit unit, Contact survivor, Contact lost, IReadOnlySet<string> picks, CancellationToken ct)
    {
        var known = new[] { survivor, lost }.Select(contact => contact.Facts()).ToList();
        TakeFields(unit, MergeField.OfPeople, survivor, lost, picks);
        survivor.LearnFrom(lost);
        await KeepReachesAsync(unit, survivor, lost.Id, known, ct);
        await KeepAddressesAsync(unit, survivor.Id, lost.Id, ct);
        await TakeOwnFieldsAsync(unit, survivor.Id, lost.Id, picks, ct);
        await merger.AbsorbAsync(unit, survivor, lost, ct);
        foreach (var room in rooms) await room.FollowAsync(unit, survivor.Id, lost.Id, survivor.Name, ct);
    }

    /// <summary>Makes one company of two records.</summary>
    public async Task CompaniesAsync(CrmUnit unit, Company survivor, Company lost, IReadOnlySet<string> picks, CancellationToken ct)
    {
        TakeFields(unit, MergeField.OfCompanies, survivor, lost, picks);
        await TakeOwnFieldsAsync(unit, survivor.Id, lost.Id, picks, ct);
        await merger.AbsorbAsync(unit, survivor, lost, ct);
    }

    // What was picked, and what the survivor does not say at all.
    private static void TakeFields(CrmUnit unit, IReadOnlyList<MergeField> fields, Entity survivor, Entity lost, IReadOnlySet<string> picks)
    {
        var (to, from) = (unit.Db.Entry(survivor), unit.Db.Entry(lost));
        foreach (var field in fields.Where(field => picks.Contains(field.Name) || field.Properties.All(name => IsEmpty(to.Property(name).CurrentValue))))
            foreach (var name in field.Properties) to.Property(name).CurrentValue = from.Property(name).CurrentValue;
    }

    private static bool IsEmpty(object? value) => value is null or "" or ReachLabel;

    // Every address and number of both records is kept once: the first one on the person, the others beside it.
    private static async Task KeepReachesAsync(CrmUnit unit, Contact survivor, Guid lostId, IReadOnlyList<ContactFacts> known, CancellationToken ct)
    {
        var seen = new HashSet<string?>(StringComparer.Ordinal) { survivor.EmailKey, survivor.PhoneKey };
        var reaches = await unit.Db.ContactReaches.Where(reach => reach.ContactId == survivor.Id || reach.ContactId == lostId).ToListAsync(ct);
        foreach (var reach in reaches.OrderBy(reach => reach.ContactId != survivor.Id).ThenBy(reach => reach.Id))
            if (!seen.Add(reach.Key)) unit.Db.Remove(reach);
        foreach (var facts in known)
        {
            Keep(ReachKind.Email, facts.EmailLabel, facts.Email);
            Keep(ReachKind.Phone, facts.PhoneLabel, facts.Phone);
        }

        void Keep(ReachKind kind, ReachLabel label, string? text)
        {
            if (text is not null && ContactReach.Note(survivor.Id, kind, label, text).Value is { } reach && seen.Add(reach.Key)) unit.Db.Add(reach);
        }
    }

    private static async Task KeepAddressesAsync(CrmUnit unit, Guid survivorId, Guid lostId, CancellationToken ct)
    {
        var addresses = (await unit.Db.ContactAddresses.Where(address => address.ContactId == survivorId || address.ContactId == lostId).OrderBy(address => address.Position).ThenBy(address => address.Id).ToListAsync(ct))
            .ToLookup(address => address.ContactId == survivorId);
        var position = addresses[true].Select(address => address.Position).DefaultIfEmpty().Max();
        foreach (var address in addresses[false])
            if (addresses[true].Any(address.SaysSameAs)) unit.Db.Remove(address);
            else if (position > 0) address.StandAt(++position);

        var dates = (await unit.Db.ContactDates.Where(date => date.ContactId == survivorId || date.ContactId == lostId).ToListAsync(ct)).ToLookup(date => date.ContactId == survivorId);
        unit.Db.RemoveRange(dates[false].Where(date => dates[true].Any(date.IsSameAs)));
    }

    private static async Task TakeOwnFieldsAsync(CrmUnit unit, Guid survivorId, Guid lostId, IReadOnlySet<string> picks, CancellationToken ct)
    {
        var picked = picks.Where(pick => pick.StartsWith(OwnField, StringComparison.Ordinal)).Select(pick => Guid.TryParse(pick[OwnField.Length..], out var id) ? id : Guid.Empty).ToArray();
        if (picked.Length == 0) return;
        var values = await unit.Db.CustomValues.Where(value => picked.Contains(value.FieldId) && (value.EntityId == survivorId || value.EntityId == lostId)).ToListAsync(ct);
        foreach (var value in values.Where(value => value.EntityId == survivorId))
            if (values.Find(other => other.FieldId == value.FieldId && other.EntityId == lostId) is { } theirs) value.Say(theirs.Text);
    }
}

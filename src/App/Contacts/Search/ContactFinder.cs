using CrmStudio.App.Shell.Search;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Search;

/// <summary>People in the search, also by a further e-mail address or number of theirs. A person opens on their own page.</summary>
public sealed class ContactFinder(CurrentMember me, ContactSight sight) : IFindRecords
{
    private const string Reaches = "contact_reaches";

    public string Heading => "People";

    public int Order => 20;

    public async Task<IReadOnlyList<FoundRecord>> FindAsync(CrmUnit unit, RecordMatches matches, int most, CancellationToken ct)
    {
        if (!me.May(ContactPermissions.Read)) return [];
        var db = unit.Db;
        var ways = sight.Parts(db, ContactPermissions.Read).Select(way => way.AsNoTracking()).ToList();
        var direct = await matches.VisibleAsync(ContactTables.Contacts, ways, most, ct);
        var further = direct.Count == most || !matches.IsName ? [] : await matches.VisibleAsync(Reaches, [.. ways.Select(way => db.ContactReaches.AsNoTracking().Where(reach => way.Any(person => person.Id == reach.ContactId)))], most, ct);
        var owners = further.Count == 0 ? [] : await db.ContactReaches.AsNoTracking().Where(reach => further.Contains(reach.Id)).Select(reach => new { reach.Id, reach.ContactId, reach.Text }).ToListAsync(ct);
        var ids = direct.Concat(further.Select(id => owners.First(owner => owner.Id == id).ContactId)).Distinct().Take(most).ToArray();
        if (ids.Length == 0) return [];

        var rows = await db.Contacts.AsNoTracking().Where(person => ids.Contains(person.Id))
            .Select(person => new { person.Id, person.FirstName, person.LastName, person.Email, person.Phone, person.Kind }).ToDictionaryAsync(person => person.Id, ct);
        return
        [
            .. ids.Where(rows.ContainsKey).Select(id => rows[id]).Select(person => new FoundRecord(
                person.Id, "person", $"{person.FirstName} {person.LastName}".Trim(),
                string.Join(" · ", new[] { ContactWords.Of(person.Kind), person.Email, person.Phone }.Concat(direct.Contains(person.Id) ? [] : owners.Where(owner => owner.ContactId == person.Id).Select(owner => owner.Text)).Where(part => !string.IsNullOrEmpty(part))),
                ContactUrls.For(person.Id))),
        ];
    }
}

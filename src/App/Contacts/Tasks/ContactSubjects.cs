using CrmStudio.Domain.Access;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Tasks;

/// <summary>Tasks about people.</summary>
public sealed class ContactSubjects(ContactSight sight) : ITaskSubjects
{
    public string Table => ContactTables.Contacts;

    public IQueryable<Guid> LookedAfterBy(CrmDbContext db, Guid memberId) => db.Contacts.Where(contact => contact.OwnerId == memberId).Select(contact => contact.Id);

    public async Task<IReadOnlyDictionary<Guid, TaskSubject>> NamesAsync(CrmDbContext db, CurrentMember me, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        await sight.Visible(db, ContactPermissions.Read).AsNoTracking().Where(contact => ids.Contains(contact.Id))
            .Select(contact => new { contact.Id, contact.FirstName, contact.LastName })
            .ToDictionaryAsync(contact => contact.Id, contact => new TaskSubject($"{contact.FirstName} {contact.LastName}".Trim(), ContactUrls.For(contact.Id)), ct);
}

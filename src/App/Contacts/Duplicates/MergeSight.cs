using CrmStudio.Domain.Access;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Contacts.Duplicates;
using CrmStudio.Infrastructure.Platform.Persistence;

namespace CrmStudio.App.Contacts.Duplicates;

/// <summary>Whose records a member may merge: both must be among them.</summary>
public sealed class MergeSight(CurrentMember me, ContactSight sight)
{
    /// <summary>Ids of the records of a kind the member may merge.</summary>
    public IQueryable<Guid> Ids(CrmDbContext db, DuplicateKind kind) => kind == DuplicateKind.People
        ? sight.Visible(db, ContactPermissions.Merge).Select(contact => contact.Id)
        : Companies(db).Select(company => company.Id);

    /// <summary>Companies the member may merge: those somebody of their scope looks after.</summary>
    public IQueryable<Company> Companies(CrmDbContext db)
    {
        if (me.ScopeOf(ContactPermissions.Merge) is not { } scope) return db.Companies.Where(company => false);
        if (scope == Scope.Organization) return db.Companies;
        var mine = scope == Scope.Team ? [.. me.Authority.Team, me.Id] : new[] { me.Id };
        return db.Companies.Where(company => company.OwnerId != null && mine.Contains(company.OwnerId.Value));
    }
}

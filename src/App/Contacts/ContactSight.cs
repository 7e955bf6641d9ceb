using System.Linq.Expressions;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts;

/// <summary>Which people a member sees: those of their scope, and those a later room shows them.</summary>
public sealed class ContactSight(CurrentMember me, IEnumerable<IShowContacts> rooms)
{
    /// <summary>People the member may see under a permission of this room. None without it.</summary>
    public IQueryable<Contact> Visible(CrmDbContext db, Permission permission)
    {
        if (me.ScopeOf(permission) is not { } scope) return db.Contacts.Where(contact => false);
        return scope == Scope.Organization ? db.Contacts : db.Contacts.Where(Ways(db, scope).Aggregate(Or));
    }

    /// <summary>The same people as several sets, each of which an index serves; together they are <see cref="Visible"/>.</summary>
    public IReadOnlyList<IQueryable<Contact>> Parts(CrmDbContext db, Permission permission) => me.ScopeOf(permission) switch
    {
        null => [],
        Scope.Organization => [db.Contacts],
        { } scope => [.. Ways(db, scope).Select(way => db.Contacts.Where(way))],
    };

    /// <summary>One person the member may see under a permission, to be changed; null when there is none.</summary>
    public Task<Contact?> FindAsync(CrmDbContext db, Guid contactId, Permission permission, CancellationToken ct) => Visible(db, permission).SingleOrDefaultAsync(contact => contact.Id == contactId, ct);

    private IEnumerable<Expression<Func<Contact, bool>>> Ways(CrmDbContext db, Scope scope)
    {
        var mine = scope == Scope.Team ? [.. me.Authority.Team, me.Id] : new[] { me.Id };
        yield return contact => contact.OwnerId != null && mine.Contains(contact.OwnerId.Value);
        foreach (var shown in rooms.Select(room => room.Shown(db, me)).OfType<IQueryable<Guid>>()) yield return contact => shown.Contains(contact.Id);
    }

    private static Expression<Func<Contact, bool>> Or(Expression<Func<Contact, bool>> one, Expression<Func<Contact, bool>> other) =>
        Expression.Lambda<Func<Contact, bool>>(Expression.OrElse(one.Body, new Swap(other.Parameters[0], one.Parameters[0]).Visit(other.Body)), one.Parameters);

    private sealed class Swap(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}

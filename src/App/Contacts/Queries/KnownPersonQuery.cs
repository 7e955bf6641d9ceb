using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Queries;

/// <summary>Whether somebody who is being entered is known already, as it is typed. Of people the member does not see nothing is said but that there is one.</summary>
public sealed class KnownPersonQuery(CrmWork work, ContactSight sight)
{
    public async Task<Outcome<KnownPerson>> ReadAsync(Inquiry typed, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.known", ContactPermissions.Edit, ct);
        if (unit.Refused is { } refused) return refused;
        var known = await unit.RecogniseAsync(typed, ct);
        if (known is null) return new KnownPerson(null, null, false);
        var isSeen = await sight.Visible(unit.Db, ContactPermissions.Read).AnyAsync(person => person.Id == known.Id, ct);
        return isSeen ? new KnownPerson(known.Id, known.Name, true) : new KnownPerson(null, null, true);
    }
}

/// <summary>Who is known already.</summary>
/// <param name="Id">The person; null when there is none the member sees.</param>
/// <param name="Name">Their name.</param>
/// <param name="IsKnown">Whether there is one.</param>
public sealed record KnownPerson(Guid? Id, string? Name, bool IsKnown);

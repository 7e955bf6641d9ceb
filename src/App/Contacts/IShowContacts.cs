using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Platform.Persistence;

namespace CrmStudio.App.Contacts;

/// <summary>How a later room shows people to members who do not look after them: whoever works a loan or a lead sees its people.</summary>
public interface IShowContacts
{
    /// <summary>Ids of people the member sees because of the room's records; null when the room shows the member nobody.</summary>
    IQueryable<Guid>? Shown(CrmDbContext db, CurrentMember me);
}

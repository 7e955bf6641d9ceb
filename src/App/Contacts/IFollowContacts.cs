using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Contacts;

/// <summary>How a later room follows what is done with a person, in the same save: a call on the person counts on what is open of them.</summary>
public interface IFollowContacts
{
    /// <summary>Somebody logged a call, a message or a meeting with the person.</summary>
    Task TouchedAsync(CrmUnit unit, Contact contact, Touch touch, CancellationToken ct);

    /// <summary>The person is called otherwise.</summary>
    Task RenamedAsync(CrmUnit unit, Contact contact, CancellationToken ct);
}

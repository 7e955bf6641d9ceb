namespace CrmStudio.Domain.Contacts;

/// <summary>Named sets of people.</summary>
public static class ContactScopes
{
    /// <summary>People one of some members looks after.</summary>
    public static IQueryable<Contact> LookedAfterBy(this IQueryable<Contact> contacts, IReadOnlyCollection<Guid> members) =>
        contacts.Where(contact => contact.OwnerId != null && members.Contains(contact.OwnerId.Value));
}

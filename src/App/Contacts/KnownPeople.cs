using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts;

/// <summary>Recognises a person by e-mail or phone, whichever of their addresses and numbers it is, so that nobody is entered twice.</summary>
public static class KnownPeople
{
    /// <summary>The person who reaches out, if the organization knows them: by e-mail first, then by phone together with a name. The eldest record of several.</summary>
    public static async Task<Contact?> RecogniseAsync(this CrmUnit unit, Inquiry inquiry, CancellationToken ct)
    {
        var email = EmailAddress.IsValid(inquiry.Email?.Trim()) ? EmailAddress.Normalize(inquiry.Email!) : null;
        var phone = PhoneNumber.IsValid(inquiry.Phone) ? PhoneNumber.Digits(inquiry.Phone!) : null;
        if (email is null && phone is null) return null;

        var db = unit.Db;
        var found = await db.Contacts
            .Where(contact => (email != null && contact.EmailKey == email) || (phone != null && contact.PhoneKey == phone)
                || db.ContactReaches.Any(reach => reach.ContactId == contact.Id && (reach.Key == email || reach.Key == phone)))
            .OrderBy(contact => contact.Id).Take(20).ToListAsync(ct);
        if (found.Count == 0) return null;

        var reaches = await db.ContactReaches.AsNoTracking().Where(reach => found.Select(contact => contact.Id).Contains(reach.ContactId)).ToListAsync(ct);
        return (email is null ? null : found.Find(contact => contact.EmailKey == email || reaches.Exists(reach => reach.ContactId == contact.Id && reach.Key == email)))
            ?? found.Find(contact => IsCalled(contact, inquiry));
    }

    // A family shares a phone: a number alone does not make two people one.
    private static bool IsCalled(Contact contact, Inquiry inquiry) =>
        string.IsNullOrWhiteSpace(inquiry.FirstName) || string.Equals(contact.FirstName, inquiry.FirstName.Trim(), StringComparison.OrdinalIgnoreCase);
}

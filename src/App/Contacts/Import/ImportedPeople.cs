using CrmStudio.Domain.Access;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Import;

/// <summary>People of a file who are there already, by the keys of their rows: an e-mail, or a phone with a given name.</summary>
internal static class ImportedPeople
{
    /// <summary>Ids by key; of several the eldest.</summary>
    public static async Task<Dictionary<string, Guid>> FindAsync(CrmUnit unit, IReadOnlyCollection<string> keys, CancellationToken ct)
    {
        var emails = keys.Where(IsEmail).ToList();
        var phones = keys.Where(key => !IsEmail(key)).Select(PhoneOf).Distinct().ToList();
        var reached = emails.Concat(phones).ToList();
        List<Known> known =
        [
            .. emails.Count == 0 ? [] : await unit.Db.Contacts.Where(contact => emails.Contains(contact.EmailKey!)).Select(contact => new Known(contact.EmailKey!, contact.FirstName, contact.Id)).ToListAsync(ct),
            .. phones.Count == 0 ? [] : await unit.Db.Contacts.Where(contact => phones.Contains(contact.PhoneKey!)).Select(contact => new Known(contact.PhoneKey!, contact.FirstName, contact.Id)).ToListAsync(ct),
            .. await unit.Db.ContactReaches.Where(reach => reached.Contains(reach.Key)).Join(unit.Db.Contacts, reach => reach.ContactId, contact => contact.Id, (reach, contact) => new Known(reach.Key, contact.FirstName, contact.Id)).ToListAsync(ct),
        ];
        var byReach = known.OrderBy(one => one.Id).ToLookup(one => one.Reach, StringComparer.Ordinal);
        var found = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            var match = IsEmail(key) ? byReach[key].FirstOrDefault() : byReach[PhoneOf(key)].FirstOrDefault(one => IsCalled(one.FirstName, key));
            if (match is not null) found[key] = match.Id;
        }
        return found;
    }

    /// <summary>The members records of a file can be given to.</summary>
    public static Task<List<ImportPerson>> MembersAsync(CrmUnit unit, CancellationToken ct) => unit.Db.Members.AsNoTracking().Where(member => member.Status == MemberStatus.Active)
        .Select(member => new ImportPerson(member.Id, member.FirstName, member.LastName, member.Email)).ToListAsync(ct);

    /// <summary>Whether who imports may give a record to a member.</summary>
    public static bool MayGiveTo(this CurrentMember me, Guid? memberId, Permission permission) => memberId is not { } id || me.ScopeOf(permission) switch
    {
        Scope.Organization => true,
        Scope.Team => id == me.Id || me.Authority.Team.Contains(id),
        _ => id == me.Id,
    };

    private static bool IsEmail(string key) => key.Contains('@', StringComparison.Ordinal);

    private static string PhoneOf(string key) => key.Split(' ')[0];

    private static bool IsCalled(string firstName, string key) =>
        key.Split(' ') is not [_, var called] || called == string.Concat(firstName.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private sealed record Known(string Reach, string FirstName, Guid Id);
}

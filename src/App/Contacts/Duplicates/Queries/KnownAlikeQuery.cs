using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Contacts.Duplicates;
using CrmStudio.Infrastructure.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Duplicates.Queries;

/// <summary>Somebody who looks like the person being entered.</summary>
public sealed record KnownAlike(DuplicateSide Person, Likeness Likeness);

/// <summary>
/// While a person is entered: who is known with the same e-mail address or number, or the same name in the same state. Only people the member sees, so
/// the hint tells nothing the member could not look up.
/// </summary>
public sealed class KnownAlikeQuery(CrmWork work, ContactSight sight)
{
    /// <summary>Most people shown.</summary>
    public const int Limit = 5;

    /// <summary>Most people compared with what was typed.</summary>
    public const int MostCandidates = 100;

    public async Task<Outcome<IReadOnlyList<KnownAlike>>> ReadAsync(Inquiry typed, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.known-alike", ContactPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var (db, person) = (unit.Db, TraitsOf(typed));
        var (keys, nameKey, state) = (person.Emails.Concat(person.Phones).ToArray(), $"{person.FirstName} {person.LastName}".Trim().ToLowerInvariant(), person.State);
        // One set for each index: asked in one condition, the database would read the whole book.
        var candidates = await db.Contacts.Where(contact => contact.EmailKey != null && keys.Contains(contact.EmailKey)).Select(contact => contact.Id)
            .Union(db.Contacts.Where(contact => contact.PhoneKey != null && keys.Contains(contact.PhoneKey)).Select(contact => contact.Id))
            .Union(db.ContactReaches.Where(reach => keys.Contains(reach.Key)).Select(reach => reach.ContactId))
            .Union(db.Contacts.Where(contact => nameKey != "" && EF.Property<string>(contact, ContactTwins.NameKey) == nameKey && (state == null || contact.State == state)).Select(contact => contact.Id))
            .Take(MostCandidates).ToArrayAsync(ct);
        var found = await sight.Visible(db, ContactPermissions.Read).Where(contact => candidates.Contains(contact.Id)).Select(contact => contact.Id).ToArrayAsync(ct);
        var traits = await DuplicateTraits.PeopleAsync(db, found, ct);
        var alike = traits.Values.Select(known => (known.Id, Likeness: PersonLikeness.Of(person, known))).Where(one => one.Likeness.IsWorthALook).OrderByDescending(one => one.Likeness.Strength).Take(Limit).ToList();
        var sides = await DuplicatesQuery.SidesAsync(db, DuplicateKind.People, [.. alike.Select(one => one.Id)], ct);
        return alike.ConvertAll(one => new KnownAlike(sides[one.Id], one.Likeness));
    }

    private static PersonTraits TraitsOf(Inquiry typed) => new(
        Guid.Empty, typed.FirstName?.Trim() ?? "", typed.LastName?.Trim() ?? "", string.IsNullOrWhiteSpace(typed.State) ? null : typed.State.Trim().ToUpperInvariant(),
        EmailAddress.IsValid(typed.Email?.Trim()) ? [EmailAddress.Normalize(typed.Email!)] : [], PhoneNumber.IsValid(typed.Phone) ? [PhoneNumber.Digits(typed.Phone!)] : [], []);
}

namespace CrmStudio.Domain.Contacts.Duplicates;

/// <summary>
/// Whether two records are one person. A shared address or number counts when the names are alike too: a family shares a phone and a couple a mailbox,
/// and that does not make them one.
/// </summary>
public static class PersonLikeness
{
    private const int SameGenerationUnknown = 10;

    /// <summary>Compares two people.</summary>
    public static Likeness Of(PersonTraits one, PersonTraits other)
    {
        if (one.Generation is not null && other.Generation is not null && one.Generation != other.Generation) return Likeness.None;   // father and son

        var email = one.Emails.Intersect(other.Emails, StringComparer.Ordinal).FirstOrDefault();
        var phone = one.Phones.Intersect(other.Phones, StringComparer.Ordinal).FirstOrDefault();
        var name = NameOf(one, other);
        var place = PlaceOf(one, other);
        var strength = Strength(name, email is not null, phone is not null, place, Contradicts(one.Emails, other.Emails) && Contradicts(one.Phones, other.Phones));
        if (one.Generation != other.Generation) strength -= SameGenerationUnknown;

        var reasons = new List<string>();
        if (email is not null) reasons.Add($"Same e-mail address {email}");
        if (phone is not null) reasons.Add($"Same phone {Spoken(phone)}");
        if (Say(name) is { } names) reasons.Add(names);
        if (Say(place) is { } places) reasons.Add(places);
        return new Likeness(Math.Max(0, strength), reasons);
    }

    private static int Strength(NameMatch name, bool email, bool phone, PlaceMatch place, bool contradicts) => (name, email, phone) switch
    {
        (NameMatch.Same or NameMatch.Alike or NameMatch.Swapped or NameMatch.Unknown, true, true) => 99,
        (NameMatch.Same or NameMatch.Swapped, true, _) => 97,
        (NameMatch.Alike or NameMatch.Unknown, true, _) => 94,
        (NameMatch.FirstOnly, true, _) => 85,
        (NameMatch.Same, _, true) => 92,
        (NameMatch.Alike or NameMatch.Swapped, _, true) => 86,
        (NameMatch.FirstOnly, _, true) => 65,
        (NameMatch.Same, _, _) => Placed(85, 70, 55, place, contradicts),
        (NameMatch.Alike or NameMatch.Swapped, _, _) => Placed(75, 55, 35, place, contradicts),
        (_, true, _) => 45,
        (_, _, true) => 30,
        _ => 0,
    };

    // People of one name live in every state; when each has an address and a number of their own besides, the name says little.
    private static int Placed(int street, int zip, int state, PlaceMatch place, bool contradicts) => place switch
    {
        PlaceMatch.Street => street,
        PlaceMatch.Zip => zip,
        PlaceMatch.State => state,
        _ => 20,
    } - (contradicts ? 15 : 0);

    private static NameMatch NameOf(PersonTraits one, PersonTraits other)
    {
        if (Whole(one).Length == 0 || Whole(other).Length == 0) return NameMatch.Unknown;
        if (string.Equals(Whole(one), Whole(other), StringComparison.OrdinalIgnoreCase)) return NameMatch.Same;
        if (string.Equals(one.FirstName, other.Family, StringComparison.OrdinalIgnoreCase) && string.Equals(one.Family, other.FirstName, StringComparison.OrdinalIgnoreCase)) return NameMatch.Swapped;
        if (!IsAlike(one.FirstName, other.FirstName)) return NameMatch.Unlike;
        return IsAlike(one.Family, other.Family) ? NameMatch.Alike : NameMatch.FirstOnly;
    }

    private static bool IsAlike(string one, string other) => one.Length == 0 || other.Length == 0 || JaroWinkler.Of(one, other) >= Likeness.NamesAlike;

    private static string Whole(PersonTraits person) => $"{person.FirstName} {person.Family}".Trim();

    private static PlaceMatch PlaceOf(PersonTraits one, PersonTraits other)
    {
        var best = one.State is not null && one.State == other.State ? PlaceMatch.State : PlaceMatch.None;
        foreach (var (here, there) in one.Places.SelectMany(here => other.Places.Select(there => (here, there))))
        {
            if (Five(here.Zip) is not { } zip || zip != Five(there.Zip)) continue;
            var sameStreet = here.Street is not null && there.Street is not null && string.Equals(here.Street.Trim(), there.Street.Trim(), StringComparison.OrdinalIgnoreCase);
            best = sameStreet ? PlaceMatch.Street : best == PlaceMatch.Street ? best : PlaceMatch.Zip;
        }
        return best;
    }

    private static string? Five(string? zip) => zip is { Length: >= 5 } ? zip[..5] : null;

    private static bool Contradicts(IReadOnlyList<string> one, IReadOnlyList<string> other) => one.Count > 0 && other.Count > 0 && !one.Intersect(other, StringComparer.Ordinal).Any();

    private static string? Say(NameMatch name) => name switch
    {
        NameMatch.Same => "Same name",
        NameMatch.Alike => "Names alike",
        NameMatch.Swapped => "First and last name changed places",
        NameMatch.FirstOnly => "Same first name, another last name",
        _ => null,
    };

    private static string? Say(PlaceMatch place) => place switch
    {
        PlaceMatch.Street => "Same address",
        PlaceMatch.Zip => "Same ZIP code",
        PlaceMatch.State => "Same state",
        _ => null,
    };

    private static string Spoken(string phone) => phone.Length == 10 ? $"({phone[..3]}) {phone[3..6]}-{phone[6..]}" : phone;

    private enum NameMatch { Unlike, FirstOnly, Swapped, Alike, Same, Unknown }

    private enum PlaceMatch { None, State, Zip, Street }
}

using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;

namespace CrmStudio.Domain.Loans.Mismo;

/// <summary>Who is who, and what belongs to whom.</summary>
public sealed partial class MismoReading
{
    /// <summary>Most people taken from one file.</summary>
    public const int MostPeople = 20;

    private const string Point = "CONTACT_POINTS/CONTACT_POINT";

    private bool hasTaxpayerId;

    private List<MismoPerson> People()
    {
        var known = new List<(MismoElement Party, MismoElement Role, LoanPartyRole As, bool IsPrimary)>();
        foreach (var party in Each(deal, "PARTIES/PARTY"))
            foreach (var role in Each(party, "ROLES/ROLE"))
                if (RoleOf(role) is { } part)
                    known.Add((party, role, part, Leaf(role, "BORROWER/BORROWER_DETAIL/BorrowerClassificationType") is not { Text: "Secondary" }));

        // The first borrower that is not called secondary is the primary one.
        var borrowers = known.Where(one => one.As == LoanPartyRole.Borrower).OrderByDescending(one => one.IsPrimary).ToList();
        var people = new List<MismoPerson>();
        foreach (var (party, role, part, _) in borrowers.Concat(known.Where(one => one.As != LoanPartyRole.Borrower)))
        {
            if (people.Count == MostPeople) break;
            if (Person(party, part == LoanPartyRole.Borrower && people.Count > 0 ? LoanPartyRole.CoBorrower : part, people.Count + 1) is not { } person) continue;
            people.Add(person);
            roles[role] = roles[party] = person;
            Took(role, person);
            if (person.IsBorrower) TaxpayerId(party);
        }
        return people;
    }

    private static LoanPartyRole? RoleOf(MismoElement role)
    {
        var type = Leaf(role, "ROLE_DETAIL/PartyRoleType")?.Text;
        if (type == "Borrower" || role.Children.Any(child => child.Name == "BORROWER")) return LoanPartyRole.Borrower;
        if (Leaf(role, "REAL_ESTATE_AGENT/RealEstateAgentType") is { } agent) return MismoTypes.Agent.Of(agent.Text)?.Value;
        return type is null ? null : MismoTypes.Party.Of(type)?.Value;
    }

    private static void Took(MismoElement role, MismoPerson person)
    {
        foreach (var said in Each(role, "ROLE_DETAIL/PartyRoleType").Concat(Each(role, "REAL_ESTATE_AGENT/RealEstateAgentType"))) said.IsTaken = true;
        if (Leaf(role, "BORROWER/BORROWER_DETAIL/BorrowerClassificationType") is { } rank) rank.IsTaken = rank.Text == (person.Role == LoanPartyRole.Borrower ? "Primary" : "Secondary");
    }

    private MismoPerson? Person(MismoElement party, LoanPartyRole part, int place)
    {
        var (first, last) = (Name(party, "INDIVIDUAL/NAME/FirstName", Contact.NameMaxLength), Name(party, "INDIVIDUAL/NAME/LastName", Contact.NameMaxLength));
        if (first is null && last is null && Name(party, "INDIVIDUAL/NAME/FullName", Contact.NameMaxLength) is { } whole) (first, last) = Halves(whole);
        last ??= first is null ? Name(party, "LEGAL_ENTITY/LEGAL_ENTITY_DETAIL/FullName", Contact.NameMaxLength) : null;
        if (first is null && last is null) return null;

        var points = Each(party, $"INDIVIDUAL/{Point}").Concat(Each(party, $"LEGAL_ENTITY/CONTACTS/CONTACT/{Point}")).ToList();
        return new(MismoPerson.KeyOf(place), part, first ?? "", last ?? "", Email(points), Phone(points));
    }

    private static (string First, string Last) Halves(string whole)
    {
        var space = whole.LastIndexOf(' ');
        return space < 0 ? ("", whole) : (whole[..space].TrimEnd(), whole[(space + 1)..]);
    }

    private static string? Email(List<MismoElement> points)
    {
        foreach (var leaf in points.Select(point => Leaf(point, "CONTACT_POINT_EMAIL/ContactPointEmailValue")).OfType<MismoElement>())
        {
            leaf.IsTaken = EmailAddress.IsValid(leaf.Text);
            if (leaf.IsTaken) return leaf.Text;
            leaf.Untaken = "is no e-mail address";
        }
        return null;
    }

    // Of several numbers the one that is carried about is taken.
    private static string? Phone(List<MismoElement> points)
    {
        static int Rank(MismoElement point) => Leaf(point, "CONTACT_POINT_DETAIL/ContactPointRoleType")?.Text switch { "Mobile" => 0, "Home" => 1, null => 2, _ => 3 };

        foreach (var point in points.Where(point => Leaf(point, "CONTACT_POINT_TELEPHONE/ContactPointTelephoneValue") is not null).OrderBy(Rank))
        {
            var leaf = Leaf(point, "CONTACT_POINT_TELEPHONE/ContactPointTelephoneValue")!;
            leaf.IsTaken = leaf.Text.Length <= 40 && PhoneNumber.IsValid(leaf.Text);
            if (!leaf.IsTaken)
            {
                leaf.Untaken = "is no number with an area code";
                continue;
            }
            if (Leaf(point, "CONTACT_POINT_DETAIL/ContactPointRoleType") is { } role) role.IsTaken = true;
            var digits = PhoneNumber.Digits(leaf.Text);
            return digits.Length == 10 ? $"({digits[..3]}) {digits[3..6]}-{digits[6..]}" : leaf.Text;
        }
        return null;
    }

    private void TaxpayerId(MismoElement party)
    {
        foreach (var identifier in Each(party, "TAXPAYER_IDENTIFIERS/TAXPAYER_IDENTIFIER").Where(identifier => Leaf(identifier, "TaxpayerIdentifierType") is { Text: "SocialSecurityNumber" }))
        {
            Leaf(identifier, "TaxpayerIdentifierType")!.IsTaken = true;
            hasTaxpayerId |= Each(identifier, "TaxpayerIdentifierValue").Any(value => value.Text == MismoPrivacy.Removed);
        }
    }

    /// <summary>The originator's NMLS number: digits only, of the person and not of the company.</summary>
    private string? Originator()
    {
        foreach (var role in Each(deal, "PARTIES/PARTY/ROLES/ROLE").Where(role => Leaf(role, "ROLE_DETAIL/PartyRoleType") is { Text: "LoanOriginator" }))
        {
            if (Leaf(role, "LICENSES/LICENSE/LICENSE_DETAIL/LicenseIdentifier") is not { Text.Length: <= 12 } licence || !licence.Text.All(char.IsAsciiDigit)) continue;
            licence.IsTaken = true;
            foreach (var said in Each(role, "ROLE_DETAIL/PartyRoleType").Concat(Each(role, "LICENSES/LICENSE/LICENSE_DETAIL/LicenseAuthorityLevelType"))) said.IsTaken = true;
            return licence.Text;
        }
        return null;
    }

    // ---- Relations ----

    private ILookup<MismoElement, MismoElement> Links()
    {
        var twice = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in deal.All())
            if (element.Said("label") is { } label && !labelled.TryAdd(label, element) && twice.Add(label))
                losses.Add(MismoLossKind.NotTaken, element.Path, label, "is a label that stands on several elements, so that no relation to it can be followed", element.Line);
        foreach (var label in twice) labelled.Remove(label);

        var pairs = new List<(MismoElement From, MismoElement To)>();
        foreach (var relation in Each(deal, "RELATIONSHIPS/RELATIONSHIP"))
        {
            var (from, to) = (Find(relation, "from"), Find(relation, "to"));
            if (from is null || to is null) continue;
            pairs.Add((from, to));
            relation.IsTaken = Follows(relation.Said("arcrole"), from, to);
        }
        return pairs.ToLookup(pair => pair.From, pair => pair.To);
    }

    private MismoElement? Find(MismoElement relation, string end)
    {
        var label = relation.Said(end);
        if (label is not null && labelled.TryGetValue(label, out var found)) return found;
        losses.Add(MismoLossKind.NotTaken, relation.Path, label, label is null ? $"names no {end}" : "points at a label that no element has", relation.Line);
        relation.IsTaken = true;   // told of already
        return null;
    }

    private static bool Follows(string? arcrole, MismoElement from, MismoElement to) =>
        arcrole?.StartsWith(Namespaces, StringComparison.Ordinal) is true && (from.Name, to.Name, arcrole[Namespaces.Length..]) switch
        {
            ("ASSET" or "LIABILITY" or "EXPENSE", "ROLE" or "PARTY", var name) => name == $"{from.Name}_IsAssociatedWith_ROLE",
            ("CURRENT_INCOME_ITEM", "EMPLOYER", var name) => name == "CURRENT_INCOME_ITEM_IsAssociatedWith_EMPLOYER",
            _ => false,
        };

    private void Unlinked()
    {
        foreach (var relation in Each(deal, "RELATIONSHIPS/RELATIONSHIP").Where(relation => !relation.IsTaken))
        {
            var role = relation.Said("arcrole")?.Replace(Namespaces, "", StringComparison.Ordinal);
            var why = role == "ASSET_IsAssociatedWith_LIABILITY"
                ? "ties a debt to a house, and is not followed: where the net rent is what that debt leaves, mark the debt, or it counts twice"
                : "is a relation that is not followed here";
            losses.Add(MismoLossKind.NotTaken, relation.Path, role, why, relation.Line);
        }
    }

    /// <summary>Whose a row is; null for all borrowers together.</summary>
    private Guid? OwnerOf(MismoElement row)
    {
        var borrowers = roles.Values.Where(person => person.IsBorrower).Distinct().Count();
        var owners = linked[row].Select(to => roles.GetValueOrDefault(to)).OfType<MismoPerson>().Where(person => person.IsBorrower).Distinct().ToList();
        if (owners is [var only]) return only.Key;
        if (borrowers > 1 && owners.Count < borrowers)
            losses.Add(MismoLossKind.Changed, row.Path, null, owners.Count == 0 ? "belongs to nobody in the file, and is taken for all borrowers" : "belongs to some of the borrowers, and is taken for all", row.Line);
        return null;
    }
}

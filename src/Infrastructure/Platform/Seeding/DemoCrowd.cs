using System.Text;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;

namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>Everybody a lender knows: agents, title companies, borrowers, and people who have not borrowed yet.</summary>
internal sealed class DemoCrowd
{
    private readonly DemoRows rows;
    private readonly Dice dice;
    private readonly HashSet<string> names = [];

    public DemoCrowd(DemoRows rows, Dice dice, DateTimeOffset knownSince)
    {
        (this.rows, this.dice) = (rows, dice);
        Agents = [.. DemoNames.Agents.Select(name => Named(name, null, knownSince))];
        TitleCompanies = [.. DemoNames.TitleCompanies.Select(name => Named(name, null, knownSince))];
    }

    public IReadOnlyList<Contact> Agents { get; }

    public IReadOnlyList<Contact> TitleCompanies { get; }

    /// <summary>A person of that name.</summary>
    public Contact Named(string name, Guid? ownerId, DateTimeOffset at)
    {
        names.Add(name);
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return Add(name[..space], name[(space + 1)..], ownerId, at);
    }

    /// <summary>Somebody with a name nobody else has.</summary>
    public Contact Stranger(Dice own, Guid? ownerId, DateTimeOffset at, string? lastName = null)
    {
        while (true)
        {
            var (first, last) = (own.Pick(DemoNames.First), lastName ?? own.Pick(DemoNames.Last));
            if (names.Add($"{first} {last}")) return Add(first, last, ownerId, at);
        }
    }

    /// <summary>Adds people without a loan until there are so many contacts.</summary>
    public void FillUp(int count, IReadOnlyList<Guid> owners, DemoDays days)
    {
        while (rows.Count(typeof(Contact)) < count)
        {
            var at = days.Ago(dice.Between(0, 900), dice.Between(7 * 60, 22 * 60));
            Stranger(dice, dice.Percent(80) ? dice.Pick(owners) : null, at);
        }
    }

    private Contact Add(string firstName, string lastName, Guid? ownerId, DateTimeOffset at)
    {
        var number = rows.Count(typeof(Contact));
        var contact = new Contact(firstName, lastName) { OwnerId = ownerId };
        var reach = dice.For($"reach {number}");
        var (email, phone) = (Mailbox(firstName, lastName), Phone(number));
        var (hasEmail, hasPhone) = (reach.Percent(93), reach.Percent(90));
        var reachable = contact.ReachBy(hasEmail || !hasPhone ? email : null, hasPhone ? phone : null);
        if (!reachable.IsDone) throw new InvalidOperationException(reachable.Refusal.Message);
        rows.Add(contact, at);
        return contact;
    }

    // Names are unique, and so are these.
    private static string Mailbox(string firstName, string lastName) =>
        EmailAddress.Normalize(string.Concat($"{firstName}.{lastName}".Normalize(NormalizationForm.FormD).Where(letter => char.IsAsciiLetter(letter) || letter == '.')) + "@example.com");

    // A step without a common divisor with the count visits every number once, in no visible order.
    private static string Phone(int number)
    {
        var place = number * 2357 % (DemoNames.AreaCodes.Length * 100);
        return $"({DemoNames.AreaCodes[place / 100]}) 555-01{place % 100:00}";
    }
}

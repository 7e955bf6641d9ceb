using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;

namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>What a lender knows of its people: who they are to it, where they live and work, who lives with whom, birthdays, tags and a field of its own.</summary>
internal sealed class DemoPeople(DemoRows rows, DemoCrowd crowd, DemoDays days, Dice dice, DateTimeOffset since)
{
    private static readonly string[] brokerages = ["Harbor & Pine Realty", "Lighthouse Homes", "Stone Bridge Realty", "Saltmarsh Properties", "Juniper Street Homes", "Old North Realty", "Quarry Hill Group", "Ferry Landing Homes"];
    private static readonly string[] tagNames = ["First-time buyer", "Investor", "VIP", "Newsletter", "Veteran", "Self-employed", "Speaks Spanish", "Holiday card"];
    private static readonly (string State, int Share)[] states = [("ME", 34), ("NH", 22), ("MA", 24), ("VT", 8), ("CT", 6), ("RI", 6)];

    private readonly List<Tag> tags = [];

    /// <summary>Tells it of everybody in the rows.</summary>
    public void Tell()
    {
        foreach (var name in tagNames) Tags(Taken(Tag.Named(name)));
        var cat = Taken(CustomField.Define("contacts", "Knows us through", CustomFieldKind.Choice, ["Radio", "A friend", "Open house", "Search"], []));
        rows.Add(cat, since);
        var homes = brokerages.Select(name => CompanyOf(name, CompanyKind.Brokerage)).ToList();
        for (var i = 0; i < crowd.Agents.Count; i++) Know(crowd.Agents[i], ContactKind.Agent, dice.For($"agent {i}"), homes[i % homes.Count].Id, "Real-estate agent");
        foreach (var (title, i) in crowd.TitleCompanies.Select((title, i) => (title, i))) Know(title, ContactKind.Partner, dice.For($"title {i}"), CompanyOf(DemoNames.TitleCompanies[i], CompanyKind.Title).Id, "Closing desk");
        Households();

        var clients = rows.Of(typeof(LoanParty)).Select(row => ((LoanParty)row.Record).ContactId).ToHashSet();
        var trade = crowd.Agents.Concat(crowd.TitleCompanies).Select(contact => contact.Id).ToHashSet();
        foreach (var (row, i) in rows.Of(typeof(Contact)).Select((row, i) => (row, i)))
        {
            var contact = (Contact)row.Record;
            if (trade.Contains(contact.Id)) continue;
            var own = dice.For($"person {i}");
            Know(contact, clients.Contains(contact.Id) ? ContactKind.Client : own.Percent(4) ? ContactKind.Other : ContactKind.Prospect, own, null, null);
            if (own.Percent(12)) rows.Add(new CustomValue(cat.Id, contact.Id, own.Pick(cat.Choices)), row.CreatedAt);
        }
    }

    private void Tags(Tag tag)
    {
        tags.Add(tag);
        rows.Add(tag, since, name: tag.Key);
    }

    private void Know(Contact contact, ContactKind kind, Dice own, Guid? companyId, string? job)
    {
        var facts = contact.Facts() with { Kind = kind, CompanyId = companyId, JobTitle = job, State = own.Pick(states, pair => pair.Share).State, Language = own.Percent(8) ? "Spanish" : null };
        if (contact.Know(facts) is { IsDone: false } wrong) throw new InvalidOperationException(wrong.Refusal.Message);
        if (own.Percent(72)) contact.Touched(days.Ago(own.Between(0, own.Percent(60) ? 45 : 400), own.Between(DemoDays.Opens, DemoDays.Closes)));
        if (own.Percent(2)) contact.DoNotCall(days.Ago(own.Between(10, 300), 10 * 60));
        if (own.Percent(25)) rows.Add(Taken(ContactDate.Note(contact.Id, ContactDateKind.Birthday, null, own.Between(1, 12), own.Between(1, 28), own.Percent(60) ? own.Between(1952, 2002) : null)), since);
        if (!own.Percent(22)) return;
        var first = own.Between(0, tags.Count - 1);
        rows.Add(new RecordTag("contacts", contact.Id, tags[first].Id), since);
        if (own.Percent(30)) rows.Add(new RecordTag("contacts", contact.Id, tags[(first + 3) % tags.Count].Id), since);
    }

    private Company CompanyOf(string name, CompanyKind kind)
    {
        var own = dice.For(name);
        var company = Taken(Company.Named(name));
        var domain = $"{string.Concat(name.ToLowerInvariant().Where(char.IsAsciiLetter))}.example";
        var known = company.Know(new CompanyFacts(
            name, kind, domain, $"(603) 555-01{own.Between(10, 99)}", $"office@{domain}", $"{own.Between(2, 320)} Front Street", "Wells Harbor", own.Pick(states, pair => pair.Share).State, "04090",
            kind == CompanyKind.Brokerage ? $"BR-{own.Between(10_000, 99_999)}" : $"TA-{own.Between(10_000, 99_999)}", "ME", days.Today.AddDays(own.Percent(15) ? -own.Between(3, 60) : own.Between(30, 700)),
            Math.Round(3.6m + (own.Between(0, 14) / 10m), 1), own.Between(6, 420), $"https://{domain}"));
        if (!known.IsDone) throw new InvalidOperationException(known.Refusal.Message);
        rows.Add(company, since, name: name);
        return company;
    }

    /// <summary>Who borrows together under one name lives together.</summary>
    private void Households()
    {
        var people = rows.Of(typeof(Contact)).Select(row => (Contact)row.Record).ToDictionary(contact => contact.Id);
        var couples = rows.Of(typeof(LoanParty)).Select(row => (LoanParty)row.Record).Where(party => party.Role is LoanPartyRole.Borrower or LoanPartyRole.CoBorrower)
            .GroupBy(party => party.LoanId).Select(parties => parties.Select(party => people[party.ContactId]).ToList())
            .Where(pair => pair.Count == 2 && pair[0].LastName == pair[1].LastName && pair.TrueForAll(one => one.HouseholdId is null));
        foreach (var couple in couples.ToList())
        {
            if (couple.Exists(one => one.HouseholdId is not null)) continue;   // they came back for a second loan
            var household = new Household($"The {couple[0].LastName} family");
            rows.Add(household, since);
            foreach (var one in couple) one.LiveIn(household.Id);
        }
    }

    private static T Taken<T>(Outcome<T> made) => made.IsDone ? made.Value : throw new InvalidOperationException(made.Refusal!.Message);
}

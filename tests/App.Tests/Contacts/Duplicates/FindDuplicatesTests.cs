using CrmStudio.App.Contacts.Duplicates.Queries;
using CrmStudio.App.Contacts.Duplicates.UseCases;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Contacts.Duplicates;
using CrmStudio.Infrastructure.Contacts;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Contacts.Duplicates;

public sealed class FindDuplicatesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_officer_does_not_set_off_a_look_at_the_whole_book_and_sees_no_pair_of_which_one_is_anothers()
    {
        var (fixture, organization, people) = await StartAsync();
        var (ana, marc) = (await organization.MemberAsync(BuiltInRole.LoanOfficer), await organization.MemberAsync(BuiltInRole.LoanOfficer));
        await people.PersonAsync(ana, "Jon", "Whitlock", "jon@example.com");
        await people.PersonAsync(marc, "John", "Whitlock", "jon@example.com");
        Assert.Equal(1, await people.FindAsync());

        await using var scope = await fixture.AsAsync(ana);
        Assert.Equal(Refusal.NotAllowed, (await scope.ServiceProvider.GetRequiredService<FindDuplicates>().RunAsync(new(), Ct)).Refusal);
        Assert.Empty((await ReadAsync(fixture, ana)).Rows);
        Assert.Single((await ReadAsync(fixture, await organization.MemberAsync(BuiltInRole.Admin))).Rows);
        var pair = await organization.SaveAsync(unit => unit.Db.DuplicatePairs.Select(one => one.Id).SingleAsync(Ct));
        Assert.Equal(Refusal.NotFound, (await scope.ServiceProvider.GetRequiredService<DismissPairs>().RunAsync(new([pair]), Ct)).Refusal);
    }

    [Fact]
    public async Task Pairs_are_of_one_organization_only()
    {
        var (fixture, organization, people) = await StartAsync();
        var other = await TestOrganization.CreateAsync(fixture, "Other Lending");
        await people.PersonAsync(null, "Jon", "Whitlock", "jon@example.com");
        await new MergedPeople(fixture, other).PersonAsync(null, "Jon", "Whitlock", "jon@example.com");

        Assert.Equal(0, await people.FindAsync());
    }

    [Fact]
    public async Task People_are_found_by_address_number_further_reach_and_name_with_place_and_a_family_is_not()
    {
        var (fixture, organization, people) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        await people.PersonAsync(null, "Jon", "Whitlock", "jon@example.com", "207-555-0134");
        await people.PersonAsync(null, "Marisol", "Whitlock", "marisol@example.com", "207-555-0134");   // his wife
        var reached = await people.PersonAsync(null, "John", "Whitlock", "j@work.example");
        await people.PersonAsync(null, "Ana", "Reyes", state: "ME");
        await people.PersonAsync(null, "Ana", "Reyes", state: "ME");
        await organization.SaveAsync(unit => unit.Db.ContactReaches.Add(ContactReach.Note(reached, ReachKind.Phone, ReachLabel.Mobile, "(207) 555-0134").Value!));

        await people.FindAsync();

        var rows = (await ReadAsync(fixture, admin)).Rows;
        Assert.Equal([("Jon Whitlock", "John Whitlock", "Same phone (207) 555-0134"), ("Ana Reyes", "Ana Reyes", "Same name")], rows.Select(row => (row.First.Name, row.Second.Name, row.Reasons[0])));
    }

    [Fact]
    public async Task The_clock_leaves_the_whole_book_for_the_night_of_the_organization()
    {
        var (fixture, organization, people) = await StartAsync();
        await people.PersonAsync(null, "Jon", "Whitlock", "jon@example.com");
        await people.PersonAsync(null, "John", "Whitlock", "jon@example.com");
        await using var scope = fixture.AsSystem(organization);
        var hour = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("America/New_York")).Hour;

        var found = await scope.ServiceProvider.GetRequiredService<FindDuplicates>().RunAsync(new(IsNightly: true), Ct);

        Assert.Equal(hour is >= FindDuplicates.From and < FindDuplicates.To ? 1 : 0, found.Value);
        Assert.Equal(1, await people.FindAsync());
    }

    [Fact]
    public async Task What_was_entered_since_is_found_by_the_next_look_and_what_was_mended_is_forgotten()
    {
        var (fixture, organization, people) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        await people.PersonAsync(null, "Jon", "Whitlock", "jon@example.com");
        Assert.Equal(0, await people.FindAsync());
        var second = await people.PersonAsync(null, "John", "Whitlock", "jon@example.com");

        await people.FindAsync();
        Assert.Single((await ReadAsync(fixture, admin)).Rows);

        await organization.SaveAsync(async unit => (await unit.Db.Contacts.SingleAsync(one => one.Id == second, Ct)).ReachBy("john@example.com", null));
        await people.FindAsync();
        Assert.Empty((await ReadAsync(fixture, admin)).Rows);
    }

    [Fact]
    public async Task Looking_at_what_changed_finds_what_looking_at_everything_finds()
    {
        var (_, organization, people) = await StartAsync();
        await people.FindAsync();
        for (var i = 0; i < 12; i++) await people.PersonAsync(null, i % 2 == 0 ? "Jon" : "John", $"Whitlock {i / 4}", $"p{i / 3}@example.com", $"207-555-01{i / 2:00}", "ME");
        await organization.SaveAsync(async unit =>
        {
            foreach (var contact in await unit.Db.Contacts.ToListAsync(Ct))
            {
                var address = new ContactAddress(contact.Id, ReachLabel.Home, 1);
                address.Write(ReachLabel.Home, "1 Elm St", "Wells Harbor", "ME", "04090");
                unit.Db.ContactAddresses.Add(address);
            }
            unit.Db.Companies.AddRange(Company.Named("Harbor Title LLC").Value!, Company.Named("Harbor Title").Value!);
            return true;
        });
        Assert.NotEqual(0, await people.FindAsync());
        var changed = await PairsAsync(organization);

        await people.FindAsync(whole: true);

        Assert.Equal(changed, await PairsAsync(organization));
    }

    [Fact]
    public async Task A_number_that_more_people_share_than_the_limit_says_nothing()
    {
        var (_, organization, people) = await StartAsync();
        for (var i = 0; i <= DuplicateBlocks.Limit; i++) await people.PersonAsync(null, "Jon", $"Doe {i}", phone: "207-555-0100");

        Assert.Equal(0, await people.FindAsync());
        await organization.SaveAsync(async unit => unit.Db.Contacts.Remove(await unit.Db.Contacts.OrderBy(one => one.Id).FirstAsync(Ct)));
        Assert.NotEqual(0, await people.FindAsync(whole: true));
    }

    [Fact]
    public async Task A_pair_that_was_dismissed_is_not_shown_again_until_that_is_undone()
    {
        var (fixture, organization, people) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        await people.PersonAsync(null, "Jon", "Whitlock", "jon@example.com");
        await people.PersonAsync(null, "John", "Whitlock", "jon@example.com");
        await people.FindAsync();
        var pair = Assert.Single((await ReadAsync(fixture, admin)).Rows);
        await using var scope = await fixture.AsAsync(admin);

        var dismissed = await scope.ServiceProvider.GetRequiredService<DismissPairs>().RunAsync(new([pair.Id]), Ct);
        await people.FindAsync(whole: true);
        Assert.Empty((await ReadAsync(fixture, admin)).Rows);

        await people.UndoAsync(admin, dismissed.Value!.UndoId);
        Assert.Single((await ReadAsync(fixture, admin)).Rows);
    }

    [Fact]
    public async Task Whoever_enters_a_person_is_told_who_looks_like_them_among_those_they_see()
    {
        var (fixture, organization, people) = await StartAsync();
        var (ana, marc) = (await organization.MemberAsync(BuiltInRole.LoanOfficer), await organization.MemberAsync(BuiltInRole.LoanOfficer));
        var known = await people.PersonAsync(ana, "Jon", "Whitlock", "jon@example.com");

        Assert.Empty(await AlikeAsync(fixture, marc, new("Jon", "Whitlock", "jon@example.com", null)));
        Assert.Equal(known, Assert.Single(await AlikeAsync(fixture, ana, new("John", "Whitlock", "JON@example.com ", null))).Person.Id);
        Assert.Empty(await AlikeAsync(fixture, ana, new("Marisol", "Vega", "jon@example.com", null)));
    }

    private static async Task<IReadOnlyList<KnownAlike>> AlikeAsync(CrmFixture fixture, TestMember member, Inquiry typed)
    {
        await using var scope = await fixture.AsAsync(member);
        return (await scope.ServiceProvider.GetRequiredService<KnownAlikeQuery>().ReadAsync(typed, Ct)).Value!;
    }

    private static async Task<DuplicatesView> ReadAsync(CrmFixture fixture, TestMember member)
    {
        await using var scope = await fixture.AsAsync(member);
        return (await scope.ServiceProvider.GetRequiredService<DuplicatesQuery>().ReadAsync(DuplicateKind.People, null, Ct)).Value!;
    }

    private static Task<List<string>> PairsAsync(TestOrganization organization) => organization.SaveAsync(async unit =>
        (await unit.Db.DuplicatePairs.ToListAsync(Ct)).Select(pair => $"{pair.FirstId} {pair.SecondId} {pair.Strength} {pair.Reasons}").Order(StringComparer.Ordinal).ToList());

    private static async Task<(CrmFixture, TestOrganization, MergedPeople)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        var organization = await TestOrganization.CreateAsync(fixture);
        return (fixture, organization, new MergedPeople(fixture, organization));
    }
}

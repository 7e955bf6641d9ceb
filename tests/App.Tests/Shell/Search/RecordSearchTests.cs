using System.Text.Json;
using CrmStudio.App.Loans.UseCases;
using CrmStudio.App.Shell.Search;
using CrmStudio.App.Shell.Search.Queries;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CrmStudio.App.Tests.Shell.Search;

public sealed class RecordSearchTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_officer_finds_neither_the_loan_nor_the_borrower_of_another_officer()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var marc = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois");
        await GivenAsync(organization, ana, "Marisol", "Whitlock");

        Assert.Empty(await FindAsync(fixture, marc, "whitlock"));
        Assert.Equal(["Marisol Whitlock", "Marisol Whitlock"], await FindAsync(fixture, ana, "whitlock"));
    }

    [Fact]
    public async Task Words_of_another_organization_never_match_not_even_for_its_administrator()
    {
        var (fixture, organization) = await StartAsync();
        var other = await TestOrganization.CreateAsync(fixture, "Other Lending");
        await GivenAsync(other, null, "Zebulon", "Quartermaine");
        var admin = await organization.MemberAsync(BuiltInRole.Admin);

        foreach (var query in new[] { "quartermaine", "quarter", "artermai", "quartermane", "zebulon.quartermaine@example.com" }) Assert.Empty(await FindAsync(fixture, admin, query));
    }

    [Fact]
    public async Task A_sales_rep_who_reads_no_loans_finds_only_the_people_they_look_after()
    {
        var (fixture, organization) = await StartAsync();
        var rep = await organization.MemberAsync(BuiltInRole.SalesRep);
        await GivenAsync(organization, null, "Marisol", "Whitlock");
        await organization.SaveAsync(unit => unit.Db.Contacts.Add(Person("Evan", "Whitlock", rep.Id)));

        Assert.Equal(["Evan Whitlock"], await FindAsync(fixture, rep, "whitlock"));
    }

    [Fact]
    public async Task Nothing_an_assistant_finds_holds_an_amount_and_an_amount_finds_nothing()
    {
        var (fixture, organization) = await StartAsync();
        var branch = await organization.TeamAsync("Harbor Point");
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes", branch);
        var ben = await organization.MemberAsync(BuiltInRole.Assistant, "Ben", "Ostrow", branch);
        await GivenAsync(organization, ana, "Marisol", "Whitlock", amount: 987_654m);

        var found = await SearchAsync(fixture, ben, "whitlock");

        Assert.Equal(2, found.Groups.Count);
        Assert.DoesNotContain("987654", JsonSerializer.Serialize(found), StringComparison.Ordinal);
        Assert.Empty(await FindAsync(fixture, ana, "987654"));
    }

    [Theory]
    [InlineData("T-0001")]
    [InlineData("t0001")]
    [InlineData("0001")]
    [InlineData("MARISOL")]
    [InlineData("whitlock marisol")]
    [InlineData("marí wHit")]
    [InlineData("214 alder")]
    [InlineData("conv whitlock")]
    [InlineData("04090")]
    [InlineData("itloc")]
    [InlineData("whtilock")]
    [InlineData("mraisol whitlok")]
    public async Task A_loan_is_found_by_number_borrower_address_or_product_in_whole_in_part_and_misspelled(string query)
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        await organization.LoanAsync(officer: ana);
        await organization.LoanAsync(officer: ana, borrower: "Peter Gupta", with: loan => loan.LocateProperty("9 Elm Street", "Portland", "OR", "97201"));

        Assert.Equal(["Marisol Whitlock"], await FindAsync(fixture, ana, query));
    }

    [Theory]
    [InlineData("evan.whitlock@example.com")]
    [InlineData("Evan.Whit")]
    [InlineData("(207) 555-0142")]
    [InlineData("+1 207 555 0142")]
    [InlineData("555-0142")]
    [InlineData("0142")]
    public async Task A_person_is_found_by_mail_and_by_any_part_of_a_phone(string query)
    {
        var (fixture, organization) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        await organization.SaveAsync(unit => unit.Db.Contacts.AddRange(Person("Evan", "Whitlock", null, "2075550142"), Person("Ada", "Lopez", null, "2075550199")));

        Assert.Equal(["Evan Whitlock"], await FindAsync(fixture, admin, query));
    }

    [Fact]
    public async Task The_number_comes_before_the_beginning_of_a_name_before_its_middle_before_a_slip()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        foreach (var borrower in new[] { "Ron Alderman", "Jane Balder", "Kim Alberman", "Sue Alder" }) await organization.LoanAsync(officer: ana, borrower: borrower, with: loan => loan.LocateProperty(null, null, null, null));

        Assert.Equal(["Sue Alder", "Ron Alderman", "Jane Balder"], await FindAsync(fixture, ana, "alder"));
        Assert.Equal(["Ron Alderman", "Kim Alberman"], await FindAsync(fixture, ana, "alderman"));
    }

    [Fact]
    public async Task A_new_name_is_found_at_once_the_old_one_is_not_and_undo_turns_that_round()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        var loan = await organization.LoanAsync(officer: ana);

        await using var scope = await fixture.AsAsync(ana);
        var edited = await scope.ServiceProvider.GetRequiredService<EditLoan>().RunAsync(await EditAsync(organization, loan, address: "77 Quarry Lane"), Ct);

        Assert.Single(await FindAsync(fixture, ana, "quarry"));
        Assert.Empty(await FindAsync(fixture, ana, "alder"));

        Assert.True((await scope.ServiceProvider.GetRequiredService<UndoChange>().RunAsync(new(edited.Value!.UndoId), Ct)).IsDone);

        Assert.Empty(await FindAsync(fixture, ana, "quarry"));
        Assert.Single(await FindAsync(fixture, ana, "alder"));
    }

    [Fact]
    public async Task A_removed_person_leaves_no_word_behind_that_nobody_else_has()
    {
        var (_, organization) = await StartAsync();
        var contact = await organization.SaveAsync(unit =>
        {
            var (gone, stays) = (Person("Zebulon", "Whitlock", null), Person("Evan", "Whitlock", null));
            unit.Db.Contacts.AddRange(gone, stays);
            return Task.FromResult(gone.Id);
        });

        await organization.SaveAsync(async unit =>
        {
            unit.Db.Contacts.Remove(await unit.Db.Contacts.SingleAsync(c => c.Id == contact, Ct));
            return true;
        });

        var words = await organization.SaveAsync(unit => unit.Db.SearchWords.Select(word => word.Word).ToListAsync(Ct));
        Assert.DoesNotContain("zebulon", words);
        Assert.Contains("whitlock", words);
        Assert.False(await organization.SaveAsync(unit => unit.Db.SearchHits.AnyAsync(hit => hit.Id == contact, Ct)));
    }

    [Fact]
    public async Task A_refused_save_leaves_the_index_as_it_was()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        var loan = await organization.LoanAsync(officer: ana);
        var stale = await EditAsync(organization, loan, address: "77 Quarry Lane");
        await organization.SaveAsync(async unit =>
        {
            (await unit.Db.Loans.SingleAsync(l => l.Id == loan, Ct)).CloseOn(new DateOnly(2026, 12, 2));
            return true;
        });

        await using var scope = await fixture.AsAsync(ana);
        Assert.False((await scope.ServiceProvider.GetRequiredService<EditLoan>().RunAsync(stale, Ct)).IsDone);

        Assert.Empty(await FindAsync(fixture, ana, "quarry"));
    }

    [Fact]
    public async Task A_search_that_takes_too_long_shows_what_it_has_and_says_so()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        await organization.LoanAsync(officer: ana);
        await using var owner = new NpgsqlConnection(fixture.Strings.Owner);
        await owner.OpenAsync(Ct);
        await using var holding = await owner.BeginTransactionAsync(Ct);
        await using (var hold = new NpgsqlCommand("lock table search_words in access exclusive mode", owner)) await hold.ExecuteNonQueryAsync(Ct);

        var found = await SearchAsync(fixture, ana, "whitlock");

        Assert.False(found.IsWhole);
        Assert.Equal("Marisol Whitlock", Assert.Single(Assert.Single(found.Groups).Rows).Record.Title);
        Assert.True(found.Milliseconds < 2_000);
    }

    [Fact]
    public async Task What_was_typed_is_marked_where_it_stands_whatever_its_accents()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        await organization.LoanAsync(officer: ana, borrower: "José O’Brien-Whitlock");

        var row = Assert.Single(Assert.Single((await SearchAsync(fixture, ana, "jose obri t-0001")).Groups).Rows);

        Assert.Equal([new Mark(0, 4), new Mark(5, 5)], row.TitleMarks);
        Assert.Equal(new Mark(0, 6), row.DetailMarks[0]);
    }

    [Fact]
    public async Task Wild_characters_are_searched_for_as_they_are()
    {
        var (fixture, organization) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        await organization.LoanAsync();

        foreach (var query in new[] { "%", "_____", "%%%%", "'; drop table loans; --", "\0\u0001", "\ud800", "a@\0", "@", "(((", new string('x', 5_000), "\u202Egnol" }) Assert.Empty(await FindAsync(fixture, admin, query));
    }

    private static async Task<(CrmFixture, TestOrganization)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        return (fixture, await TestOrganization.CreateAsync(fixture));
    }

    private static Task<bool> GivenAsync(TestOrganization organization, TestMember? officer, string first, string last, decimal amount = 300_000m) => organization.SaveAsync(async unit =>
    {
        var person = Person(first, last, null);
        var loan = Loan.Open($"T-{Guid.NewGuid():n}"[..8], person.Name, await unit.Db.PipelineStages.SingleAsync(stage => stage.Milestone == Milestone.Lead, Ct), officer?.Id, Guid.Empty, unit.At);
        loan.SetTerms(loan.Terms() with { Amount = amount });
        loan.AddParty(person.Id, person.Name, LoanPartyRole.Borrower);
        unit.Db.Contacts.Add(person);
        unit.Db.Loans.Add(loan);
        return true;
    });

    private static Contact Person(string first, string last, Guid? owner, string? phone = null)
    {
        var person = new Contact(first, last) { OwnerId = owner };
        Assert.True(person.ReachBy($"{first}.{last}@example.com".ToLowerInvariant(), phone).IsDone);
        return person;
    }

    private static Task<EditLoan.Input> EditAsync(TestOrganization organization, Guid loanId, string address) => organization.SaveAsync(async unit =>
    {
        var loan = await unit.Db.Loans.SingleAsync(l => l.Id == loanId, Ct);
        return new EditLoan.Input(loanId, loan.Version, loan.Terms(), address, "Wells Harbor", "ME", "04090", null, null, null, loan.OfficerId, null);
    });

    private static async Task<RecordSearch> SearchAsync(CrmFixture fixture, TestMember member, string query)
    {
        await using var scope = await fixture.AsAsync(member);
        return (await scope.ServiceProvider.GetRequiredService<RecordSearchQuery>().ReadAsync(new(query), Ct)).Value!;
    }

    private static async Task<IEnumerable<string>> FindAsync(CrmFixture fixture, TestMember member, string query) =>
        (await SearchAsync(fixture, member, query)).Groups.SelectMany(group => group.Rows).Select(row => row.Record.Title);
}

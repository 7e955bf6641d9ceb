using CrmStudio.App.Contacts;
using CrmStudio.App.Contacts.UseCases;
using CrmStudio.App.Shell.Search;
using CrmStudio.App.Shell.Search.Queries;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Contacts;

public sealed class PeopleSearchTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_is_found_by_a_further_number_and_opens_on_their_own_page_but_not_for_who_does_not_see_them()
    {
        var (fixture, organization) = await PeopleWords.StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var marc = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois");
        var id = await organization.PersonAsync(ana, facts: new(null, null, "marisol@example.com", "(207) 555-0100"));
        await fixture.AsAsync<AddReach, Outcome<Changed>>(ana, verb => verb.RunAsync(new(id, ReachKind.Phone, ReachLabel.Work, "(207) 555-0177"), Ct));
        await fixture.AsAsync<AddReach, Outcome<Changed>>(ana, verb => verb.RunAsync(new(id, ReachKind.Email, ReachLabel.Work, "nurse@hospital.example"), Ct));

        foreach (var query in new[] { "555-0177", "0177", "nurse@hospital.example", "whitlock" })
        {
            var found = Assert.Single(await FindAsync(fixture, ana, query));
            Assert.Equal(("Marisol Whitlock", ContactUrls.For(id)), (found.Title, found.Href));
            Assert.Empty(await FindAsync(fixture, marc, query));
        }
        Assert.Contains("(207) 555-0177", (await FindAsync(fixture, ana, "555-0177"))[0].Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("harbor tit")]
    [InlineData("harbor.example")]
    [InlineData("(207) 555-0188")]
    public async Task A_company_is_found_by_name_domain_and_number(string query)
    {
        var (fixture, organization) = await PeopleWords.StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var added = await fixture.AsAsync<AddCompany, Outcome<AddCompany.Result>>(ana, verb => verb.RunAsync(new(new("Harbor Title, LLC", CompanyKind.Title, "harbor.example", "(207) 555-0188"), new Dictionary<Guid, string?>()), Ct));

        Assert.Equal(ContactUrls.ForCompany(added.Value!.CompanyId), Assert.Single(await FindAsync(fixture, ana, query)).Href);
    }

    // What is found is asked here, not how fast: a machine under load must not run out of patience.
    private static async Task<IReadOnlyList<FoundRecord>> FindAsync(CrmFixture fixture, TestMember member, string query)
    {
        await using var scope = await fixture.AsAsync(member);
        var search = ActivatorUtilities.CreateInstance<RecordSearchQuery>(scope.ServiceProvider, new SearchPatience(TimeSpan.FromMinutes(1)));
        return [.. (await search.ReadAsync(new(query), Ct)).Value!.Groups.SelectMany(group => group.Rows).Select(row => row.Record)];
    }
}

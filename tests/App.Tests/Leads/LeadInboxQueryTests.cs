using System.Text;
using CrmStudio.App.Leads.Queries;
using CrmStudio.App.Leads.UseCases;
using CrmStudio.App.Leads.Views;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;
using CrmStudio.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Leads;

public sealed class LeadInboxQueryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_officer_sees_own_leads_and_those_in_ponds_of_theirs_and_no_others()
    {
        var (fixture, organization) = await StartAsync();
        var north = await organization.TeamAsync("North");
        var (ana, marc) = (await organization.MemberAsync(BuiltInRole.LoanOfficer), await organization.MemberAsync(BuiltInRole.LoanOfficer, teamId: north));
        await organization.LeadAsync(of: ana, name: "Ada One");
        await organization.LeadAsync(of: marc, name: "Bo Two");
        await organization.LeadAsync(pond: await organization.PondAsync(), name: "Cy Three");
        var hidden = await organization.LeadAsync(pond: await organization.PondAsync("North", north), name: "Di Four");

        Assert.Equal(["Ada One", "Cy Three"], (await RowsAsync(fixture, ana, LeadView.Of(LeadList.Open))).Select(row => row.Name).Order());
        Assert.Equal(Refusal.NotFound, (await fixture.RunAsync<LeadRecordQuery, Outcome<LeadRecord>>(ana, query => query.ReadAsync(hidden, Ct))).Refusal);
        Assert.True((await fixture.RunAsync<LeadRecordQuery, Outcome<LeadRecord>>(marc, query => query.ReadAsync(hidden, Ct))).Value!.MayClaim);
    }

    [Fact]
    public async Task Every_smart_list_counts_what_it_shows()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        await organization.LeadAsync(of: ana, name: "Due Soon", with: (lead, _, at) => lead.Promise(at.AddMinutes(5)));
        await organization.LeadAsync(of: ana, name: "Hot One", with: (lead, _, at) => lead.Rate(88, at));
        await organization.LeadAsync(of: ana, name: "Put Off", with: (lead, _, at) => lead.Snooze(at.AddDays(2), at));
        await organization.LeadAsync(of: ana, name: "Not Yet", with: (lead, _, _) => lead.Stand(LeadStatus.Nurturing));
        await organization.LeadAsync(of: ana, name: "Gone Elsewhere", with: (lead, _, at) => lead.End(LeadStatus.Lost, "Bank", ana.Id, at));
        await organization.LeadAsync(pond: await organization.PondAsync(), name: "In Pond");
        await fixture.RunAsync<SaveLeadList, Outcome<SaveLeadList.Kept>>(ana, verb => verb.RunAsync(new("Hot in Maine", LeadView.Parse("hot", ["state.ME"], null, LeadList.Open), false), Ct));

        var lines = (await fixture.RunAsync<LeadListsQuery, Outcome<IReadOnlyList<LeadListLine>>>(ana, query => query.ReadAsync(Ct))).Value!;

        Assert.Equal(
            ["Mine 3", "New 3", "Hot 1", "Due or breached 1", "Unclaimed 1", "Snoozed 1", "Nurturing 1", "All open 5", "Ended 1", "Hot in Maine 1"],
            lines.Select(line => $"{line.Name} {line.Count}"));
        foreach (var line in lines) Assert.Equal(line.Count, (await RowsAsync(fixture, ana, line.View)).Count);
    }

    [Theory]
    [InlineData(LeadSort.Due)]
    [InlineData(LeadSort.Newest)]
    [InlineData(LeadSort.Score)]
    [InlineData(LeadSort.LastContact)]
    [InlineData(LeadSort.Name)]
    [InlineData(LeadSort.Amount)]
    public async Task Windows_go_through_a_list_once_whatever_the_order_with_the_empty_last(LeadSort sort)
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        for (var i = 0; i < 7; i++)
        {
            var place = i;
            await organization.LeadAsync(of: ana, name: $"Lead {(char)('A' + place % 3)}", with: (lead, contact, at) =>
            {
                contact.ReachBy($"p{place}@example.com", null);
                lead.Wish(lead.Wish() with { Amount = place % 3 == 0 ? null : place * 1_000m });
                if (place % 3 != 0) lead.Rate(place * 10, at);
                if (place % 3 == 1) lead.Promise(at.AddMinutes(place));
                if (place % 2 == 1) lead.Work(new Touch(ActivityKind.Call, null, CallResult.Reached), at.AddMinutes(-place));
            });
        }

        var view = LeadView.Of(LeadList.Open) with { Sort = sort };
        var whole = await RowsAsync(fixture, ana, view);
        List<LeadRow> walked = [];
        for (var more = true; more;)
        {
            var window = await RowsAsync(fixture, ana, view, walked.LastOrDefault(), 2);
            walked.AddRange(window);
            more = window.Count == 2;
        }

        Assert.Equal(7, whole.Count);
        Assert.Equal(whole.Select(row => row.Id), walked.Select(row => row.Id));
        if (sort == LeadSort.Score) Assert.Equal([50, 40, 20, 10], whole.Select(row => row.Score).OfType<int>());
    }

    [Fact]
    public async Task Filters_narrow_by_what_they_say()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        var one = await organization.LeadAsync(of: ana, name: "Ada One", with: (lead, _, at) => lead.Rate(75, at));
        await organization.LeadAsync(of: ana, name: "Bo Two", with: (lead, _, at) =>
        {
            lead.ComeFrom(new("Referral"));
            lead.Wish(new(LeadInterest.CashOut, null, 90_000m, "NH", "Kitchen"));
            lead.Work(new Touch(ActivityKind.Call, null, CallResult.NoAnswer), at);
        });
        await fixture.RunAsync<TagLeads, Outcome<LeadsWorked>>(ana, verb => verb.RunAsync(new([one], "First home"), Ct));
        var tag = (await fixture.RunAsync<LeadChoicesQuery, Outcome<LeadChoices>>(ana, query => query.ReadAsync(Ct))).Value!.Tags[0].Id;

        foreach (var (condition, names) in new[]
        {
            ("status.contacted", "Bo Two"), ("band.hot,warm", "Ada One"), ("source.Referral", "Bo Two"), ("interest.cashout", "Bo Two"), ("state.nh", "Bo Two"), ("assignee.me", "Ada One,Bo Two"), ("assignee.nobody", ""),
            ($"tag.{tag}", "Ada One"), ("age.1", ""), ("attempts.0", "Ada One"), ("amount.100000", "Ada One"), ("text.kitchen", "Bo Two"), ("nonsense.7", "Ada One,Bo Two"),
        })
        {
            var rows = await RowsAsync(fixture, ana, LeadView.Parse("open", [condition], "name", LeadList.Open));
            Assert.Equal((condition, names), (condition, string.Join(",", rows.Select(row => row.Name))));
        }
    }

    [Fact]
    public async Task Who_sees_no_amounts_finds_none_in_rows_filters_orders_record_and_file()
    {
        var (fixture, organization) = await StartAsync();
        var team = await organization.TeamAsync("Mill Street");
        var (ana, ben) = (await organization.MemberAsync(BuiltInRole.LoanOfficer, teamId: team), await organization.MemberAsync(BuiltInRole.Assistant, teamId: team));
        var id = await organization.LeadAsync(of: ana);

        var rows = await RowsAsync(fixture, ben, LeadView.Parse("open", ["amount.900000"], "amount", LeadList.Open));

        Assert.Null(Assert.Single(rows).Amount);
        Assert.Null((await fixture.RunAsync<LeadRecordQuery, Outcome<LeadRecord>>(ben, query => query.ReadAsync(id, Ct))).Value!.Wish.Amount);
        Assert.Equal(480_000m, Assert.Single(await RowsAsync(fixture, ana, LeadView.Of(LeadList.Open))).Amount);
        Assert.Equal(Refusal.NotAllowed, (await fixture.RunAsync<LeadExport, Outcome<LeadFile>>(ben, query => query.ReadAsync(LeadView.Of(LeadList.Open), Ct))).Refusal);
    }

    [Fact]
    public async Task A_file_holds_the_list_and_the_audit_trail_who_took_it()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        await organization.LeadAsync(of: ana);

        await using var scope = await fixture.AsAsync(ana);
        var file = (await scope.ServiceProvider.GetRequiredService<LeadExport>().ReadAsync(LeadView.Of(LeadList.Mine), Ct)).Value!;
        using var into = new MemoryStream();
        await file.WriteAsync(into, Ct);

        var lines = Encoding.UTF8.GetString(into.ToArray()).TrimEnd().Split("\r\n");
        Assert.Equal(2, lines.Length);
        Assert.Contains("Dorian Achebe,dorian.achebe@example.com", lines[1], StringComparison.Ordinal);
        Assert.Contains("480000", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_record_says_what_may_be_done_to_reach_the_person_and_what_happened()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var id = await organization.LeadAsync(of: ana, with: (_, contact, at) => contact.DoNotCall(at));
        await organization.SaveAsync(unit =>
        {
            var contact = unit.Db.Contacts.Single();
            unit.Db.Consents.Add(Consent.Record(contact, new(ConsentChannel.Email, ConsentPurpose.Marketing, true, unit.At, ConsentMethod.WebForm, "Yes", "Form"), null, unit.At).Value!);
        });
        await fixture.RunAsync<LogTouch, Outcome<Changed>>(ana, verb => verb.RunAsync(new(id, new(ActivityKind.Note, "Both should be on the call")), Ct));

        var record = (await fixture.RunAsync<LeadRecordQuery, Outcome<LeadRecord>>(ana, query => query.ReadAsync(id, Ct))).Value!;

        Assert.NotNull(record.Person.DoNotCallSince);
        Assert.Equal([(ConsentChannel.Call, false), (ConsentChannel.Sms, false), (ConsentChannel.Email, true)], record.Consents.Select(consent => (consent.Channel, consent.IsGiven)));
        Assert.Equal("Both should be on the call", Assert.Single(record.Timeline).Text);
        Assert.Equal((true, true, false), (record.MayWork, record.MayConvert, record.MayAssign));
    }

    [Fact]
    public async Task Who_is_typed_in_is_known_by_address_and_named_only_to_who_may_see_them()
    {
        var (fixture, organization) = await StartAsync();
        var (ana, marc) = (await organization.MemberAsync(BuiltInRole.LoanOfficer), await organization.MemberAsync(BuiltInRole.LoanOfficer));
        var id = await organization.LeadAsync(of: ana);
        var typed = new Inquiry("Dorian", null, "Dorian.Achebe@EXAMPLE.com", null);

        var hers = (await fixture.RunAsync<KnownLeadQuery, Outcome<KnownPerson>>(ana, query => query.ReadAsync(typed, Ct))).Value!;
        var his = (await fixture.RunAsync<KnownLeadQuery, Outcome<KnownPerson>>(marc, query => query.ReadAsync(typed, Ct))).Value!;

        Assert.Equal(("Dorian Achebe", id), (hers.Name, hers.LeadId));
        Assert.Equal((true, true, null, null), (his.IsKnown, his.HasLead, his.Name, his.LeadId));
    }

    private static async Task<IReadOnlyList<LeadRow>> RowsAsync(CrmFixture fixture, TestMember member, LeadView view, LeadRow? after = null, int size = LeadWindowQuery.Window) =>
        (await fixture.RunAsync<LeadWindowQuery, Outcome<IReadOnlyList<LeadRow>>>(member, query => query.ReadAsync(new(view, after, size), Ct))).Value!;

    private static async Task<(CrmFixture, TestOrganization)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        return (fixture, await TestOrganization.CreateAsync(fixture));
    }
}

using CrmStudio.App.Contacts;
using CrmStudio.App.Contacts.UseCases;
using CrmStudio.App.Leads;
using CrmStudio.App.Loans;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Loans;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Tests.Contacts;

public sealed class PersonTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_viewer_logs_and_changes_nothing_and_an_officer_does_not_find_the_person_of_another()
    {
        var (fixture, organization) = await PeopleWords.StartAsync();
        var viewer = await organization.MemberAsync(BuiltInRole.Viewer);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var marc = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois");
        var id = await organization.PersonAsync(ana);

        Assert.Equal(Refusal.NotAllowed, (await fixture.LogAsync(viewer, id, new(ActivityKind.Call, null, CallResult.Reached))).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await fixture.EditAsync(viewer, id, PersonFact.JobTitle, null, "Baker")).Refusal);
        Assert.Equal(Refusal.NotFound, (await fixture.LogAsync(marc, id, new(ActivityKind.Note, "Hello"))).Refusal);
        Assert.Equal(Refusal.NotFound, (await fixture.PersonAsync(marc, id)).Refusal);
        Assert.Equal(Refusal.NotFound, (await fixture.TimelineAsync(marc, id)).Refusal);
    }

    [Fact]
    public async Task A_call_counts_on_the_open_lead_touches_the_person_and_is_taken_back_whole()
    {
        var (fixture, organization) = await PeopleWords.StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var id = await organization.PersonAsync(ana);
        await LeadAsync(organization, id, ana);

        var logged = await fixture.LogAsync(ana, id, new(ActivityKind.Call, "Wants to buy in spring", CallResult.Reached, false));

        Assert.Equal("Logged a call with Marisol Whitlock", logged.Value?.Summary);
        var lead = await organization.SaveAsync(unit => unit.Db.Leads.AsNoTracking().SingleAsync(Ct));
        Assert.Equal((1, LeadStatus.Contacted), (lead.Attempts, lead.Status));
        Assert.NotNull(lead.FirstContactAt);
        Assert.NotNull((await fixture.PersonAsync(ana, id)).Value!.LastTouchAt);
        Assert.Contains((await fixture.TimelineAsync(ana, id)).Value!.Lines, line => line.Who == "Ana Reyes" && line.Line.What == "called: reached");

        Assert.True((await fixture.UndoAsync(ana, logged.Value!.UndoId)).IsDone);
        lead = await organization.SaveAsync(unit => unit.Db.Leads.AsNoTracking().SingleAsync(Ct));
        Assert.Equal((0, LeadStatus.New), (lead.Attempts, lead.Status));
        Assert.Null((await fixture.PersonAsync(ana, id)).Value!.LastTouchAt);
    }

    [Fact]
    public async Task A_phone_nobody_answered_is_an_attempt_and_no_touch()
    {
        var (fixture, organization) = await PeopleWords.StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var id = await organization.PersonAsync(ana);
        await LeadAsync(organization, id, ana);

        await fixture.LogAsync(ana, id, new(ActivityKind.Call, null, CallResult.NoAnswer, false));

        Assert.Null((await fixture.PersonAsync(ana, id)).Value!.LastTouchAt);
        Assert.Equal(1, await organization.SaveAsync(unit => unit.Db.Leads.Select(lead => lead.Attempts).SingleAsync(Ct)));
    }

    [Fact]
    public async Task Two_who_change_one_fact_are_told_of_each_other_and_two_facts_go_beside_each_other()
    {
        var (fixture, organization) = await PeopleWords.StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var id = await organization.PersonAsync(ana);
        Assert.True((await fixture.EditAsync(ana, id, PersonFact.JobTitle, null, "Baker")).Value!.Changed is not null);

        var second = await fixture.EditAsync(ana, id, PersonFact.JobTitle, null, "Nurse");
        var other = await fixture.EditAsync(ana, id, PersonFact.State, null, "CA");

        Assert.Equal((true, "Baker"), (second.Value!.IsConflict, second.Value.Theirs));
        Assert.NotNull(other.Value!.Changed);
        var facts = (await fixture.PersonAsync(ana, id)).Value!.Facts;
        Assert.Equal(("Baker", "CA", "America/Los_Angeles"), (facts.JobTitle, facts.State, facts.TimeZone));
        Assert.Equal("Email", (await fixture.EditAsync(ana, id, PersonFact.Email, null, "nonsense")).Refusal?.Field);
    }

    [Fact]
    public async Task A_company_is_recognised_however_it_is_spelled_a_household_is_shared_and_the_lead_goes_by_the_new_name()
    {
        var (fixture, organization) = await PeopleWords.StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var (id, evan) = (await organization.PersonAsync(ana), await organization.PersonAsync(ana, "Evan"));
        await LeadAsync(organization, id, ana);

        await fixture.EditAsync(ana, id, PersonFact.Company, null, "Harbor Title, LLC");
        await fixture.EditAsync(ana, evan, PersonFact.Company, null, "harbor title");
        await fixture.EditAsync(ana, id, PersonFact.Household, null, "The Whitlock family");
        await fixture.EditAsync(ana, evan, PersonFact.Household, null, "the whitlock family");
        var renamed = await fixture.EditAsync(ana, id, PersonFact.LastName, "Whitlock", "Reed");

        var person = (await fixture.PersonAsync(ana, id)).Value!;
        Assert.Equal("Harbor Title, LLC", person.Company);
        Assert.Equal("Evan Whitlock", Assert.Single(person.Housemates).Name);
        Assert.Equal(1, await organization.SaveAsync(unit => unit.Db.Companies.CountAsync(Ct)));
        Assert.Equal("Marisol Reed", await organization.SaveAsync(unit => unit.Db.Leads.Select(lead => lead.Name).SingleAsync(Ct)));
        Assert.True((await fixture.UndoAsync(ana, renamed.Value!.Changed!.UndoId)).IsDone);
        Assert.Equal("Marisol Whitlock", await organization.SaveAsync(unit => unit.Db.Leads.Select(lead => lead.Name).SingleAsync(Ct)));
    }

    [Fact]
    public async Task Somebody_known_is_not_entered_twice_unless_that_is_meant()
    {
        var (fixture, organization) = await PeopleWords.StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var marc = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois");
        await organization.PersonAsync(ana, facts: new(null, null, "marisol@example.com"));
        var again = new ContactFacts("Mari", "Whitlock", "Marisol@Example.com");

        Assert.Equal("Marisol Whitlock has this e-mail address or number already. Open Marisol Whitlock instead, or save anyway.", (await AddAsync(fixture, ana, again)).Refusal?.Message);
        Assert.DoesNotContain("Marisol", (await AddAsync(fixture, marc, again)).Refusal!.Message, StringComparison.Ordinal);
        var meant = await AddAsync(fixture, ana, again, isMeant: true);

        Assert.True(meant.IsDone);
        Assert.True((await fixture.UndoAsync(ana, meant.Value.Changed.UndoId)).IsDone);
        Assert.Equal(1, await organization.SaveAsync(unit => unit.Db.Contacts.CountAsync(Ct)));
    }

    [Fact]
    public async Task One_timeline_tells_of_person_lead_and_loan_newest_first_and_an_assistant_reads_no_amount_in_it()
    {
        var (fixture, organization) = await PeopleWords.StartAsync();
        var team = await organization.TeamAsync("Harbor");
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes", team);
        var assistant = await organization.MemberAsync(BuiltInRole.Assistant, "Al", "Small", team);
        var id = await organization.PersonAsync(ana);
        var lead = await LeadAsync(organization, id, ana);
        var loan = await organization.LoanAsync(officer: ana, with: l => l.AddParty(id, "Marisol Whitlock", LoanPartyRole.Borrower));
        var at = TimeProvider.System.GetUtcNow();
        await organization.SaveAsync(unit => unit.Db.Activities.AddRange(
            new Activity(LeadTables.Leads, lead, ActivityKind.System, "Asked for $412,000 in Maine", null, at.AddMinutes(1)),
            new Activity(LoanTables.Loans, loan, ActivityKind.Note, "They can bring 85k and earn 120000 a year", ana.Id, at.AddMinutes(2)),
            new Activity(ContactTables.Contacts, id, ActivityKind.Note, "Paid US$5,000 earnest money", ana.Id, at.AddMinutes(3))));

        var hers = (await fixture.TimelineAsync(ana, id)).Value!.Lines;
        var theirs = (await fixture.TimelineAsync(assistant, id)).Value!.Lines;

        Assert.Equal(hers.Select(line => line.Line.At).OrderDescending(), hers.Select(line => line.Line.At));
        Assert.Contains(hers, line => line.Line.What.Contains("$412,000", StringComparison.Ordinal));
        Assert.Contains(hers, line => line.Line.What.StartsWith("opened the loan in", StringComparison.Ordinal));
        Assert.True(theirs.Count >= 3);
        Assert.DoesNotContain(theirs, line => $"{line.Line.What} {line.Line.Text}" is var told && (told.Contains("412", StringComparison.Ordinal) || told.Contains("85k", StringComparison.Ordinal) || told.Contains("120000", StringComparison.Ordinal) || told.Contains("5,000", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_long_timeline_goes_on_where_the_window_ended()
    {
        var (fixture, organization) = await PeopleWords.StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var id = await organization.PersonAsync(ana);
        var at = TimeProvider.System.GetUtcNow();
        await organization.SaveAsync(unit => unit.Db.Activities.AddRange(Enumerable.Range(0, 60).Select(i => new Activity(ContactTables.Contacts, id, ActivityKind.Note, $"Note {i}", ana.Id, at.AddMinutes(-(i / 3))))));

        var first = (await fixture.TimelineAsync(ana, id)).Value!;
        var rest = (await fixture.TimelineAsync(ana, id, new(first.Lines[^1].Line.At, first.Lines[^1].Line.Id))).Value!;

        Assert.Equal((40, true, 20, false), (first.Lines.Count, first.HasMore, rest.Lines.Count, rest.HasMore));
        Assert.Equal(60, first.Lines.Concat(rest.Lines).Select(line => line.Line.Id).Distinct().Count());
    }

    [Fact]
    public async Task Numbers_addresses_days_and_do_not_call_are_noted_removed_and_come_back()
    {
        var (fixture, organization) = await PeopleWords.StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var id = await organization.PersonAsync(ana);
        Assert.Equal("Text", (await fixture.AsAsync<AddReach, Outcome<Changed>>(ana, verb => verb.RunAsync(new(id, ReachKind.Phone, ReachLabel.Work, "12"), Ct))).Refusal?.Field);
        await fixture.AsAsync<AddReach, Outcome<Changed>>(ana, verb => verb.RunAsync(new(id, ReachKind.Phone, ReachLabel.Work, "(207) 555-0144"), Ct));
        await fixture.AsAsync<AddAddress, Outcome<Changed>>(ana, verb => verb.RunAsync(new(id, ReachLabel.Home, "214 Alder Court", "Wells Harbor", "me", "04090"), Ct));
        Assert.Equal("Day", (await fixture.AsAsync<AddDay, Outcome<Changed>>(ana, verb => verb.RunAsync(new(id, ContactDateKind.Birthday, null, 2, 30, null), Ct))).Refusal?.Field);
        await fixture.AsAsync<AddDay, Outcome<Changed>>(ana, verb => verb.RunAsync(new(id, ContactDateKind.Birthday, null, 3, 14, 1984), Ct));
        await fixture.AsAsync<SetDoNotCall, Outcome<Changed>>(ana, verb => verb.RunAsync(new(id, true), Ct));

        var person = (await fixture.PersonAsync(ana, id)).Value!;
        Assert.Equal((1, "ME", 14), (person.Reaches.Count, person.Addresses[0].State, person.Days[0].Day));
        Assert.NotNull(person.DoNotCallSince);
        var removed = await fixture.AsAsync<RemovePersonPart, Outcome<Changed>>(ana, verb => verb.RunAsync(new(id, person.Reaches[0].Id), Ct));
        Assert.Empty((await fixture.PersonAsync(ana, id)).Value!.Reaches);
        Assert.True((await fixture.UndoAsync(ana, removed.Value!.UndoId)).IsDone);
        Assert.Single((await fixture.PersonAsync(ana, id)).Value!.Reaches);
    }

    [Fact]
    public async Task A_consent_stands_until_it_is_withdrawn_or_the_address_changes_and_the_history_keeps_both()
    {
        var (fixture, organization) = await PeopleWords.StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var id = await organization.PersonAsync(ana, facts: new(null, null, "marisol@example.com"));
        var now = TimeProvider.System.GetUtcNow();
        var given = new ConsentWord(ConsentChannel.Email, ConsentPurpose.Marketing, true, now.AddDays(-2), ConsentMethod.Paper, "May we write to you?", "Form 12");

        Assert.True((await RecordAsync(fixture, ana, id, given)).IsDone);
        Assert.True((await fixture.PersonAsync(ana, id)).Value!.Standings.Single(one => one is { Channel: ConsentChannel.Email, Purpose: ConsentPurpose.Marketing }).Holds);
        await fixture.EditAsync(ana, id, PersonFact.Email, "marisol@example.com", "new@example.com");
        Assert.False((await fixture.PersonAsync(ana, id)).Value!.Standings.Single(one => one is { Channel: ConsentChannel.Email, Purpose: ConsentPurpose.Marketing }).Holds);
        Assert.True((await RecordAsync(fixture, ana, id, given with { IsGiven = false, At = now.AddDays(-1), Evidence = "Call of today" })).IsDone);

        Assert.Equal([false, true], (await fixture.PersonAsync(ana, id)).Value!.Consents.Select(word => word.IsGiven));
        Assert.Equal(2, (await fixture.TimelineAsync(ana, id)).Value!.Lines.Count(line => line.Line.Icon == "shield"));
    }

    private static Task<Outcome<Changed>> RecordAsync(CrmFixture fixture, TestMember member, Guid id, ConsentWord word) => fixture.AsAsync<RecordPersonConsent, Outcome<Changed>>(member, verb => verb.RunAsync(new(id, word), Ct));

    private static Task<Outcome<AddPerson.Result>> AddAsync(CrmFixture fixture, TestMember member, ContactFacts facts, bool isMeant = false) =>
        fixture.AsAsync<AddPerson, Outcome<AddPerson.Result>>(member, verb => verb.RunAsync(new(facts, null, new Dictionary<Guid, string?>(), isMeant), Ct));

    private static Task<Guid> LeadAsync(TestOrganization organization, Guid contactId, TestMember assignee) => organization.SaveAsync(async unit =>
    {
        var contact = await unit.Db.Contacts.SingleAsync(one => one.Id == contactId, Ct);
        var lead = Lead.Receive(contact, new LeadOrigin("Web"), new LeadWish(), null, unit.At).Value!;
        lead.AssignTo(assignee.Id, unit.At);
        unit.Db.Leads.Add(lead);
        return lead.Id;
    });
}

using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Contacts.Duplicates;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Loans;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Tests.Contacts.Duplicates;

public sealed class MergeRecordsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_viewer_merges_nothing()
    {
        var (organization, people) = await StartAsync();
        var viewer = await organization.MemberAsync(BuiltInRole.Viewer);
        var (one, other) = (await people.PersonAsync(viewer, "Jon", "Whitlock"), await people.PersonAsync(viewer, "John", "Whitlock"));

        Assert.Equal(Refusal.NotAllowed, (await people.MergeAsync(viewer, one, other)).Refusal);
        Assert.Equal(2, await organization.SaveAsync(unit => unit.Db.Contacts.CountAsync(Ct)));
    }

    [Fact]
    public async Task An_officer_merges_a_record_of_their_own_with_one_of_another_officer_in_neither_direction()
    {
        var (organization, people) = await StartAsync();
        var (ana, marc) = (await organization.MemberAsync(BuiltInRole.LoanOfficer), await organization.MemberAsync(BuiltInRole.LoanOfficer));
        var (mine, his) = (await people.PersonAsync(ana, "Jon", "Whitlock"), await people.PersonAsync(marc, "Jon", "Whitlock"));

        Assert.Equal(Refusal.NotFound, (await people.MergeAsync(ana, mine, his)).Refusal);
        Assert.Equal(Refusal.NotFound, (await people.MergeAsync(ana, his, mine)).Refusal);
    }

    [Fact]
    public async Task A_record_of_another_organization_is_not_found()
    {
        var (organization, people) = await StartAsync();
        var fixture = await CrmFixture.SharedAsync();
        var other = await TestOrganization.CreateAsync(fixture, "Other Lending");
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        var (mine, theirs) = (await people.PersonAsync(null, "Jon", "Whitlock"), await new MergedPeople(fixture, other).PersonAsync(null, "Jon", "Whitlock"));

        Assert.Equal(Refusal.NotFound, (await people.MergeAsync(admin, mine, theirs)).Refusal);
        Assert.Equal(Refusal.NotFound, (await people.MergeAsync(admin, theirs, mine)).Refusal);
    }

    [Fact]
    public async Task Everything_that_hung_on_the_record_hangs_on_the_survivor_and_what_both_had_is_there_once()
    {
        var (organization, people) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        var (jon, john) = (await people.PersonAsync(admin, "Jon", "Whitlock", "jon@example.com", "207-555-0134"), await people.PersonAsync(admin, "John", "Whitlock", "john@example.com", "207-555-0199"));
        var loan = await organization.LoanAsync(borrower: "John Whitlock");
        await organization.SaveAsync(async unit =>
        {
            var both = Tag.Named("VIP").Value!;
            unit.Db.Tags.Add(both);
            unit.Db.RecordTags.AddRange(new RecordTag("contacts", jon, both.Id), new RecordTag("contacts", john, both.Id));
            unit.Db.Activities.Add(new Activity("contacts", john, ActivityKind.Note, "Likes to be called in the evening", admin.Id, unit.At));
            unit.Db.DueTasks.Add(new DueTask("contacts", john, "Call back", new DateOnly(2026, 12, 3), admin.Id, null));
            var contact = await unit.Db.Contacts.SingleAsync(one => one.Id == john, Ct);
            contact.DoNotCall(unit.At);
            unit.Db.Consents.Add(Consent.Record(contact, new ConsentWord(ConsentChannel.Email, ConsentPurpose.Marketing, true, unit.At, ConsentMethod.WebForm, "You may write to me.", "form 7"), null, unit.At).Value!);
            (await unit.Db.Loans.Include(one => one.Parties).SingleAsync(one => one.Id == loan, Ct)).AddParty(contact.Id, contact.Name, LoanPartyRole.Borrower);
            return true;
        });

        var merged = await people.MergeAsync(admin, jon, john);

        Assert.Equal("Merged John Whitlock into Jon Whitlock", merged.Value?.Summary);
        var (contact, reaches, consents, tags, activities, tasks, name, party) = await organization.SaveAsync(async unit => (
            await unit.Db.Contacts.SingleAsync(Ct), await unit.Db.ContactReaches.OrderBy(reach => reach.Kind).Select(reach => reach.Text).ToListAsync(Ct), await unit.Db.Consents.SingleAsync(Ct), await unit.Db.RecordTags.ToListAsync(Ct),
            await unit.Db.Activities.ToListAsync(Ct), await unit.Db.DueTasks.ToListAsync(Ct), await unit.Db.Loans.Select(one => one.BorrowerName).SingleAsync(Ct), await unit.Db.LoanParties.SingleAsync(Ct)));
        Assert.Equal((jon, "Jon Whitlock", "jon@example.com"), (contact.Id, contact.Name, contact.Email));
        Assert.NotNull(contact.DoNotCallSince);
        Assert.Equal(["john@example.com", "207-555-0199"], reaches);
        Assert.Equal((jon, "john@example.com"), (consents.ContactId, consents.Reach));
        Assert.Equal(jon, Assert.Single(tags).EntityId);
        Assert.Equal(jon, Assert.Single(activities).EntityId);
        Assert.Equal(jon, Assert.Single(tasks).EntityId);
        Assert.Equal(("Jon Whitlock", jon), (name, party.ContactId));
    }

    [Fact]
    public async Task Fields_are_taken_as_they_were_picked_and_the_old_address_is_kept_beside_the_new()
    {
        var (organization, people) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        var (jon, john) = (await people.PersonAsync(admin, "Jon", "Whitlock", "jon@example.com"), await people.PersonAsync(null, "John", "Whitlock", "john@example.com", state: "ME"));

        Assert.True((await people.MergeAsync(admin, jon, john, DuplicateKind.People, "name", "email")).IsDone);

        var (contact, reach) = await organization.SaveAsync(async unit => (await unit.Db.Contacts.SingleAsync(Ct), await unit.Db.ContactReaches.SingleAsync(Ct)));
        Assert.Equal((jon, "John Whitlock", "john@example.com", "ME", admin.Id), (contact.Id, contact.Name, contact.Email, contact.State, contact.OwnerId));
        Assert.Equal("jon@example.com", reach.Text);
    }

    [Fact]
    public async Task Two_open_leads_become_the_elder_with_the_inquiries_and_the_history_of_both()
    {
        var (organization, people) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        var (jon, john) = (await people.PersonAsync(admin, "Jon", "Whitlock"), await people.PersonAsync(admin, "John", "Whitlock"));
        var (younger, elder) = (await LeadAsync(organization, jon, TimeSpan.Zero), await LeadAsync(organization, john, TimeSpan.FromDays(3)));
        await organization.SaveAsync(unit => unit.Db.Activities.Add(new Activity("leads", younger, ActivityKind.Call, "", admin.Id, unit.At)));
        var before = await people.RowsAsync();

        Assert.True((await people.MergeAsync(admin, jon, john)).IsDone);

        var (lead, call) = await organization.SaveAsync(async unit => (await unit.Db.Leads.SingleAsync(Ct), await unit.Db.Activities.SingleAsync(Ct)));
        Assert.Equal((elder, jon, 2, "Jon Whitlock"), (lead.Id, lead.ContactId, lead.Inquiries, lead.Name));
        Assert.Equal(elder, call.EntityId);
        Assert.True((await people.PartAsync(admin, await people.LastMergeAsync())).IsDone);
        Assert.Equal(before, await people.RowsAsync());
    }

    [Fact]
    public async Task Leads_that_ended_stay_leads_of_their_own()
    {
        var (organization, people) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        var (jon, john) = (await people.PersonAsync(admin, "Jon", "Whitlock"), await people.PersonAsync(admin, "John", "Whitlock"));
        await LeadAsync(organization, jon, TimeSpan.Zero);
        await LeadAsync(organization, john, TimeSpan.FromDays(3));
        await organization.SaveAsync(async unit =>
        {
            foreach (var lead in await unit.Db.Leads.ToListAsync(Ct)) lead.End(LeadStatus.Lost, "Went elsewhere", admin.Id, unit.At);
            return true;
        });

        Assert.True((await people.MergeAsync(admin, jon, john)).IsDone);

        Assert.Equal(2, await organization.SaveAsync(unit => unit.Db.Leads.CountAsync(lead => lead.ContactId == jon, Ct)));
    }

    [Fact]
    public async Task Two_who_merge_the_same_pair_at_once_and_in_opposite_directions_leave_one_record_and_one_merge()
    {
        var (organization, people) = await StartAsync();
        var (ana, marc) = (await organization.MemberAsync(BuiltInRole.Admin), await organization.MemberAsync(BuiltInRole.Admin));
        for (var round = 0; round < 5; round++)
        {
            var (one, other) = (await people.PersonAsync(ana, "Jon", $"Whitlock {round}"), await people.PersonAsync(ana, "John", $"Whitlock {round}"));

            var outcomes = await Task.WhenAll(people.MergeAsync(ana, one, other), people.MergeAsync(marc, other, one));

            Assert.Equal("merges.merged-already", Assert.Single(outcomes, outcome => !outcome.IsDone).Refusal!.Code);
            Assert.Equal((1, 1), await organization.SaveAsync(async unit => (await unit.Db.Contacts.CountAsync(contact => contact.Id == one || contact.Id == other, Ct), await unit.Db.RecordMerges.CountAsync(merge => merge.LostId == one || merge.LostId == other, Ct))));
        }
    }

    [Fact]
    public async Task The_toast_takes_the_merge_back_and_the_merge_is_listed_no_more()
    {
        var (organization, people) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        var (jon, john) = (await people.PersonAsync(admin, "Jon", "Whitlock", "jon@example.com"), await people.PersonAsync(admin, "John", "Whitlock", "john@example.com"));
        var before = await people.RowsAsync();
        var merged = await people.MergeAsync(admin, jon, john, DuplicateKind.People, "name");

        Assert.True((await people.UndoAsync(admin, merged.Value!.UndoId)).IsDone);

        Assert.Equal(before, await people.RowsAsync());
        Assert.Equal(0, await organization.SaveAsync(unit => unit.Db.RecordMerges.CountAsync(Ct)));
    }

    [Fact]
    public async Task What_was_changed_after_the_merge_stays_with_the_survivor_and_is_said_by_name()
    {
        var (organization, people) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        var (jon, john) = (await people.PersonAsync(admin, "Jon", "Whitlock", "jon@example.com"), await people.PersonAsync(admin, "John", "Whitlock", "john@example.com"));
        await organization.SaveAsync(unit => unit.Db.DueTasks.Add(new DueTask("contacts", john, "Call back", new DateOnly(2026, 12, 3), null, null)));
        await people.MergeAsync(admin, jon, john, DuplicateKind.People, "email");
        await organization.SaveAsync(async unit =>
        {
            (await unit.Db.Contacts.SingleAsync(Ct)).Know((await unit.Db.Contacts.SingleAsync(Ct)).Facts() with { Email = "new@example.com", JobTitle = "Plumber" });
            (await unit.Db.DueTasks.SingleAsync(Ct)).Finish(admin.Id, unit.At);
            unit.Db.Activities.Add(new Activity("contacts", jon, ActivityKind.Note, "Moved to Portland", admin.Id, unit.At));
            return true;
        });

        var parted = await people.PartAsync(admin, await people.LastMergeAsync());

        Assert.Equal(["Jon Whitlock: e-mail changed since stays as it is.", "Jon Whitlock: job title changed since stays as it is.", "1 line of the timeline added since stays with Jon Whitlock."], parted.Value?.Stayed);
        var (one, other, task, note) = await organization.SaveAsync(async unit => (
            await unit.Db.Contacts.SingleAsync(contact => contact.Id == jon, Ct), await unit.Db.Contacts.SingleAsync(contact => contact.Id == john, Ct), await unit.Db.DueTasks.SingleAsync(Ct), await unit.Db.Activities.SingleAsync(Ct)));
        Assert.Equal(("new@example.com", "john@example.com"), (one.Email, other.Email));
        Assert.Equal((john, true), (task.EntityId, task.DoneAt is not null));   // the task goes home with what was done about it
        Assert.Equal(jon, note.EntityId);
    }

    [Fact]
    public async Task A_merge_whose_survivor_was_merged_since_says_which_to_part_first()
    {
        var (organization, people) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        var (a, b, c) = (await people.PersonAsync(admin, "Jon", "Whitlock"), await people.PersonAsync(admin, "John", "Whitlock"), await people.PersonAsync(admin, "Jonathan", "Whitlock"));
        var before = await people.RowsAsync();
        await people.MergeAsync(admin, a, b);
        var first = await people.LastMergeAsync();
        await people.MergeAsync(admin, c, a);
        var second = await people.LastMergeAsync();

        Assert.Equal("Jon Whitlock was merged into Jonathan Whitlock since. Part those two first.", (await people.PartAsync(admin, first)).Refusal?.Message);
        Assert.True((await people.PartAsync(admin, second)).IsDone);
        Assert.True((await people.PartAsync(admin, first)).IsDone);
        Assert.Equal(MergeRefusals.PartedAlready, (await people.PartAsync(admin, first)).Refusal);
        Assert.Equal(before, await people.RowsAsync());
    }

    private static Task<Guid> LeadAsync(TestOrganization organization, Guid contactId, TimeSpan ago) => organization.SaveAsync(async unit =>
    {
        var contact = await unit.Db.Contacts.SingleAsync(one => one.Id == contactId, Ct);
        var lead = Lead.Receive(contact, new LeadOrigin("Web"), new LeadWish(), null, unit.At - ago).Value!;
        unit.Db.Leads.Add(lead);
        return lead.Id;
    });

    private static async Task<(TestOrganization, MergedPeople)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        var organization = await TestOrganization.CreateAsync(fixture);
        return (organization, new MergedPeople(fixture, organization));
    }
}

using CrmStudio.Domain.Access;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Contacts.Duplicates;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Tests.Contacts.Duplicates;

/// <summary>Whatever hangs on two records: made one and parted, every row of the organization is what it was.</summary>
public sealed class MergeRoundTripTests
{
    private const int Rounds = 50, Writes = 16;   // with two merges and two partings a round: 1,000 operations

    private static readonly string[] first = ["Jon", "John", "Marisol", "Ana", "Anna"], last = ["Whitlock", "Whitlok", "Reyes"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(42)]
    public async Task A_thousand_random_operations_with_merges_that_are_taken_back_leave_identical_rows(int seed)
    {
        var fixture = await CrmFixture.SharedAsync();
        var organization = await TestOrganization.CreateAsync(fixture);
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        var people = new MergedPeople(fixture, organization);
        var dice = new Random(seed);
        var loans = new[] { await organization.LoanAsync(), await organization.LoanAsync(), await organization.LoanAsync(), await organization.LoanAsync() };
        await organization.SaveAsync(unit =>
        {
            foreach (var word in (string[])["VIP", "Past client", "Builder"]) unit.Db.Tags.Add(Tag.Named(word).Value!);
            foreach (var table in (string[])["contacts", "companies"]) unit.Db.CustomFields.Add(CustomField.Define(table, $"Shoe size {table}", CustomFieldKind.Text, [], []).Value!);
        });

        for (var round = 0; round < Rounds; round++)
        {
            await organization.SaveAsync(async unit =>
            {
                for (var write = 0; write < Writes; write++) await WriteAsync(unit, dice, admin.Id, loans);
                return true;
            });
            var before = await people.RowsAsync();

            var merges = new Stack<Guid>();
            for (var merge = 0; merge < 2; merge++)
            {
                var kind = dice.Next(4) == 0 ? DuplicateKind.Companies : DuplicateKind.People;
                var ids = await organization.SaveAsync(unit => (kind == DuplicateKind.People ? unit.Db.Contacts.Select(one => one.Id) : unit.Db.Companies.Select(one => one.Id)).ToArrayAsync(Ct));
                if (ids.Length < 2) continue;
                dice.Shuffle(ids);
                var picks = MergeField.Of(kind).Where(_ => dice.Next(3) == 0).Select(field => field.Name).ToArray();
                var merged = await people.MergeAsync(admin, ids[0], ids[1], kind, picks);
                Assert.Null(merged.Refusal);
                merges.Push(await people.LastMergeAsync());
            }
            foreach (var merge in merges)
            {
                var parted = await people.PartAsync(admin, merge);
                Assert.Empty(parted.Value!.Stayed);
            }

            Assert.Equal(before, await people.RowsAsync());
        }
    }

    private static async Task WriteAsync(CrmUnit unit, Random dice, Guid admin, Guid[] loans)
    {
        var db = unit.Db;
        var contacts = db.Contacts.Local.Concat(await db.Contacts.Take(40).ToListAsync(Ct)).Distinct().ToList();
        var companies = db.Companies.Local.Concat(await db.Companies.Take(20).ToListAsync(Ct)).Distinct().ToList();
        var contact = contacts.Count == 0 ? null : contacts[dice.Next(contacts.Count)];
        var (table, id) = contact is null || (companies.Count > 0 && dice.Next(4) == 0) ? ("companies", companies.Count == 0 ? Guid.Empty : companies[dice.Next(companies.Count)].Id) : ("contacts", contact.Id);
        switch (contact is null || id == Guid.Empty ? 0 : dice.Next(14))
        {
            case 0 or 1:
                var somebody = new Contact(first[dice.Next(first.Length)], last[dice.Next(last.Length)]);
                somebody.ReachBy(dice.Next(3) == 0 ? null : $"p{dice.Next(8)}@example.com", dice.Next(3) == 0 ? null : $"207555010{dice.Next(8)}");
                db.Contacts.Add(somebody);
                var company = Company.Named($"Harbor {dice.Next(4)} LLC").Value!;
                if (dice.Next(2) == 0) db.Companies.Add(company);
                break;
            case 2:
                contact!.Know(contact.Facts() with { CompanyId = companies.Count == 0 ? null : companies[dice.Next(companies.Count)].Id, State = dice.Next(2) == 0 ? "ME" : null, Language = dice.Next(2) == 0 ? "Spanish" : null });
                break;
            case 3:
                db.Activities.Add(new Activity(table, id, ActivityKind.Note, $"Note {dice.Next()}", admin, unit.At));
                break;
            case 4:
                var task = new DueTask(table, id, "Call back", new DateOnly(2026, 12, 3), admin, dice.Next(2) == 0 ? null : $"R{dice.Next(3)}");
                if (task.Origin is null || (!db.DueTasks.Local.Any(one => one.EntityId == id && one.Origin == task.Origin) && !await db.DueTasks.AnyAsync(one => one.EntityId == id && one.Origin == task.Origin, Ct))) db.DueTasks.Add(task);
                break;
            case 5:
                var tags = await db.Tags.ToListAsync(Ct);
                var tag = tags[dice.Next(tags.Count)].Id;
                if (!db.RecordTags.Local.Any(one => one.EntityId == id && one.TagId == tag) && !await db.RecordTags.AnyAsync(one => one.EntityId == id && one.TagId == tag, Ct)) db.RecordTags.Add(new RecordTag(table, id, tag));
                break;
            case 6:
                if (Consent.Record(contact!, new ConsentWord((ConsentChannel)dice.Next(4), ConsentPurpose.Marketing, dice.Next(3) > 0, unit.At, ConsentMethod.Paper, "You may write to me.", "file 7"), admin, unit.At).Value is { } consent) db.Consents.Add(consent);
                break;
            case 7:
                if (!db.Leads.Local.Any(one => one.ContactId == contact!.Id && one.IsOpen) && !await db.Leads.AnyAsync(one => one.ContactId == contact!.Id && one.EndedAt == null, Ct))
                    db.Leads.Add(Lead.Receive(contact!, new LeadOrigin("Web", ReferrerContactId: contacts[dice.Next(contacts.Count)].Id), new LeadWish(Amount: dice.Next(2) == 0 ? null : 100_000 + dice.Next(900)), null, unit.At.AddHours(-dice.Next(100))).Value!);
                break;
            case 8:
                var lead = await db.Leads.FirstOrDefaultAsync(one => one.ContactId == contact!.Id, Ct);
                if (lead is null) break;
                if (dice.Next(4) == 0) lead.End(LeadStatus.Lost, "Went elsewhere", admin, unit.At);
                else lead.Work(new Touch(ActivityKind.Call, "", CallResult.Reached), unit.At);
                db.Activities.Add(new Activity("leads", lead.Id, ActivityKind.Call, "", admin, unit.At));
                break;
            case 9:
                var loanId = loans[dice.Next(loans.Length)];
                var loan = await db.Loans.Include(one => one.Parties).SingleAsync(one => one.Id == loanId, Ct);
                if (loan.Parties.Count < 6) loan.AddParty(contact!.Id, contact.Name, loan.Parties.Any(party => party.Role == LoanPartyRole.Borrower) ? LoanPartyRole.CoBorrower : LoanPartyRole.Borrower);
                break;
            case 10:
                if (ContactReach.Note(contact!.Id, ReachKind.Email, ReachLabel.Work, $"p{dice.Next(8)}@example.com").Value is { } reach) db.ContactReaches.Add(reach);
                break;
            case 11:
                var address = new ContactAddress(contact!.Id, ReachLabel.Home, 1 + await db.ContactAddresses.CountAsync(one => one.ContactId == contact.Id, Ct));
                address.Write(ReachLabel.Home, $"{dice.Next(3)} Elm St", "Wells Harbor", "ME", "04090");
                db.ContactAddresses.Add(address);
                break;
            case 12:
                db.ContactDates.Add(ContactDate.Note(contact!.Id, ContactDateKind.Birthday, null, 1 + dice.Next(3), 1 + dice.Next(5), null).Value!);
                contact.DoNotCall(dice.Next(2) == 0 ? unit.At : null);
                break;
            default:
                var field = await db.CustomFields.FirstAsync(one => one.EntityType == table, Ct);
                if (!db.CustomValues.Local.Any(one => one.EntityId == id && one.FieldId == field.Id) && !await db.CustomValues.AnyAsync(one => one.EntityId == id && one.FieldId == field.Id, Ct)) db.CustomValues.Add(new CustomValue(field.Id, id, $"{dice.Next(40, 46)}"));
                break;
        }
    }
}

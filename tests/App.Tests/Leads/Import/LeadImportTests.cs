using CrmStudio.App.Leads.Import;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Import;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Tests.Leads.Import;

public sealed class LeadImportTests
{
    private const string Header = "Name,E-mail,Phone,Source,Interest,Loan amount,Property state,Assigned to\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_may_not_import_leads_does_not() =>
        Assert.Equal(Refusal.NotAllowed, (await (await FileDesk.StartAsync(LeadImportKind.KindName, BuiltInRole.Viewer)).UploadAsync(Header + "Jordan Marsh,j@example.com,,,,,,\n")).Refusal);

    [Fact]
    public async Task A_trigger_or_prescreened_lead_without_basis_and_certificate_is_refused_by_name()
    {
        var desk = await FileDesk.StartAsync(LeadImportKind.KindName);

        var id = await desk.ImportedAsync("Name,E-mail,List type,Basis,Certificate,Source\nA One,a@example.com,Trigger lead,,,\nB Two,b@example.com,Pre-screened,Consumer authorization,,\nC Three,c@example.com,,,,Equifax trigger\nD Four,d@example.com,Trigger,Current servicer,FO-2231,\nE Five,e@example.com,Web,,,\n");

        var rows = await desk.VerdictsAsync(id);
        Assert.Equal([ImportRowState.Problem, ImportRowState.Problem, ImportRowState.Problem, ImportRowState.Created, ImportRowState.Created], rows.Select(row => row.State));
        Assert.All(rows.Take(3), row => Assert.Contains(LeadImportReader.BasisNeeded, row.Problems[0].Message, StringComparison.Ordinal));
        Assert.Equal("CurrentLender, FO-2231; people.csv", await desk.Organization.SaveAsync(unit => unit.Db.Leads.Where(lead => lead.Name == "D Four").Select(lead => lead.SourceDetail).SingleAsync(Ct)));
    }

    [Fact]
    public async Task Rows_become_leads_of_people_who_are_recognised_and_nobody_is_two_leads()
    {
        var desk = await FileDesk.StartAsync(LeadImportKind.KindName);
        await desk.Organization.SaveAsync(unit =>
        {
            Contact known = new("Kim", "Hale"), open = new("Lee", "Ford"), family = new("Pat", "Ford");
            known.ReachBy("kim@example.com", null);
            open.ReachBy("lee@example.com", "207 555 0177");
            family.ReachBy(null, "207 555 0188");
            unit.Db.Contacts.AddRange(known, open, family);
            unit.Db.Leads.Add(Lead.Receive(open, new LeadOrigin(LeadSources.Web), new LeadWish(), null, unit.At).Value!);
        });

        var id = await desk.ImportedAsync(Header
            + "Jordan Marsh,jordan@example.com,(207) 555-0134,Portal,Purchase,\"$410,000\",Maine,Ana Reyes\n"
            + "Kim Hale,KIM@example.com,,,Refinance,,,\n"
            + "Lee Ford,lee@example.com,,,,,,\n"
            + "Sam Ford,,207 555 0188,,,,,\n"
            + "No Reach,,,,,,,\n"
            + "Bad Row,nope,,,Yacht,,,\n"
            + "Jordan Again,jordan@example.com,,,,,,\n");

        Assert.Equal([ImportRowState.Created, ImportRowState.Created, ImportRowState.Skipped, ImportRowState.Created, ImportRowState.Problem, ImportRowState.Problem, ImportRowState.Problem], await desk.StatesAsync(id));
        var (leads, contacts) = await desk.Organization.SaveAsync(async unit => (await unit.Db.Leads.AsNoTracking().ToDictionaryAsync(lead => lead.Name, Ct), await unit.Db.Contacts.CountAsync(Ct)));
        Assert.Equal((4, 5), (leads.Count, contacts));
        var jordan = leads["Jordan Marsh"];
        Assert.Equal(("Portal", LeadInterest.Purchase, 410_000m, "ME", desk.Member.Id), (jordan.Source, jordan.Interest, jordan.Amount, jordan.PropertyState, jordan.AssigneeId));
        Assert.Null(leads["Kim Hale"].AssigneeId);   // to be routed
        Assert.True(await desk.Organization.SaveAsync(unit => unit.Db.OutboxMessages.AnyAsync(message => message.Type == nameof(LeadReceived), Ct)));
    }

    [Fact]
    public async Task An_update_fills_in_what_the_row_says_and_undo_gives_the_old_values_back()
    {
        var desk = await FileDesk.StartAsync(LeadImportKind.KindName);
        await desk.ImportedAsync(Header + "Jordan Marsh,jordan@example.com,,,Purchase,300000,,\n");
        var update = await desk.ImportedAsync(Header + "Jordan Marsh,jordan@example.com,,,,410000,,\n", ImportDuplicates.Update);

        Assert.Equal((LeadInterest.Purchase, 410_000m), await WishAsync(desk));
        await desk.DoneAsync(desk.UndoAsync(update));
        Assert.Equal((LeadInterest.Purchase, 300_000m), await WishAsync(desk));
        Assert.Equal([ImportRowState.Reversed], await desk.StatesAsync(update));
    }

    [Fact]
    public async Task Undo_takes_leads_and_their_people_back_and_keeps_what_was_edited_since()
    {
        var desk = await FileDesk.StartAsync(LeadImportKind.KindName);
        var id = await desk.ImportedAsync(Header + string.Concat(Enumerable.Range(1, 40).Select(i => $"Person {i},p{i}@example.com,,,,,,\n")));
        await desk.Organization.SaveAsync(async unit => (await unit.Db.Leads.SingleAsync(lead => lead.Name == "Person 7", Ct)).Plan("Call", null));

        await desk.DoneAsync(desk.UndoAsync(id));

        Assert.Equal((1, 1), await desk.Organization.SaveAsync(async unit => (await unit.Db.Leads.CountAsync(Ct), await unit.Db.Contacts.CountAsync(Ct))));
        Assert.Equal((39, 1), ((await desk.StatesAsync(id)).Count(state => state == ImportRowState.Reversed), (await desk.StatesAsync(id)).Count(state => state == ImportRowState.Kept)));
    }

    [Fact]
    public async Task An_officer_imports_for_themselves_and_gives_to_nobody_else()
    {
        var desk = await FileDesk.StartAsync(LeadImportKind.KindName, BuiltInRole.LoanOfficer);
        await desk.Organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois");

        var id = await desk.ImportedAsync(Header + "Jordan Marsh,jordan@example.com,,,,,,\nKim Hale,kim@example.com,,,,,,Marc Dubois\n");

        Assert.Equal([ImportRowState.Created, ImportRowState.Problem], await desk.StatesAsync(id));
        Assert.Equal(desk.Member.Id, await desk.Organization.SaveAsync(unit => unit.Db.Leads.Select(lead => lead.AssigneeId).SingleAsync(Ct)));
    }

    private static Task<(LeadInterest?, decimal?)> WishAsync(FileDesk desk) => desk.Organization.SaveAsync(async unit =>
    {
        var lead = await unit.Db.Leads.AsNoTracking().SingleAsync(Ct);
        return (lead.Interest, lead.Amount);
    });
}

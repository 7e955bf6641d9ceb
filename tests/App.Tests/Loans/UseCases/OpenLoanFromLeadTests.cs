using CrmStudio.App.Loans.UseCases;
using CrmStudio.App.Tests.Leads;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Loans;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Tests.Loans.UseCases;

public sealed class OpenLoanFromLeadTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sales_rep_turns_no_lead_into_a_loan_and_an_officer_not_that_of_another()
    {
        var (fixture, organization) = await StartAsync();
        var (lena, ana, marc) = (await organization.MemberAsync(BuiltInRole.SalesRep), await organization.MemberAsync(BuiltInRole.LoanOfficer), await organization.MemberAsync(BuiltInRole.LoanOfficer));

        Assert.Equal(Refusal.NotAllowed, (await ConvertAsync(fixture, lena, await organization.LeadAsync(of: lena))).Refusal);
        Assert.Equal(Refusal.NotFound, (await ConvertAsync(fixture, marc, await organization.LeadAsync(of: ana, name: "Ada One"))).Refusal);
    }

    [Fact]
    public async Task The_person_becomes_the_borrower_the_lead_ends_and_all_of_it_is_taken_back_at_once()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var id = await organization.LeadAsync(of: ana);

        var opened = await ConvertAsync(fixture, ana, id);

        var lead = await organization.ReadLeadAsync(id);
        Assert.Equal((LeadStatus.Converted, opened.Value!.LoanId), (lead.Status, lead.LoanId));
        var (loan, person, lines) = await organization.SaveAsync(async unit => (
            await unit.Db.Loans.Include(l => l.Parties).SingleAsync(Ct), await unit.Db.Contacts.SingleAsync(Ct), await unit.Db.Activities.Select(line => line.EntityType).ToListAsync(Ct)));
        Assert.Equal(("Dorian Achebe", 480_000m, LoanPurpose.Purchase, "Web", ana.Id), (loan.BorrowerName, loan.Amount, loan.Purpose, loan.Source, loan.OfficerId));
        Assert.Equal(person.Id, Assert.Single(loan.Parties).ContactId);
        Assert.Equal((ContactKind.Client, ana.Id), (person.Kind, person.OwnerId));
        Assert.Equal(["leads", "loans"], lines.Order());
        Assert.Equal(LeadRefusals.HasEnded, (await ConvertAsync(fixture, ana, id)).Refusal);

        Assert.True((await fixture.UndoAsync(ana, opened.Value.Changed.UndoId)).IsDone);
        lead = await organization.ReadLeadAsync(id);
        Assert.Equal((LeadStatus.New, null, null), (lead.Status, lead.LoanId, lead.EndedAt));
        Assert.Equal((0, ContactKind.Prospect), await organization.SaveAsync(async unit => (await unit.Db.Loans.CountAsync(Ct), await unit.Db.Contacts.Select(contact => contact.Kind).SingleAsync(Ct))));
    }

    [Fact]
    public async Task The_lead_of_a_sales_rep_becomes_a_loan_of_whoever_converts_it()
    {
        var (fixture, organization) = await StartAsync();
        var (admin, lena) = (await organization.MemberAsync(BuiltInRole.Admin), await organization.MemberAsync(BuiltInRole.SalesRep));
        var id = await organization.LeadAsync(of: lena);

        Assert.True((await ConvertAsync(fixture, admin, id)).IsDone);

        Assert.Equal(admin.Id, await organization.SaveAsync(unit => unit.Db.Loans.Select(loan => loan.OfficerId).SingleAsync(Ct)));
    }

    private static Task<Outcome<OpenLoanFromLead.Opened>> ConvertAsync(CrmFixture fixture, TestMember member, Guid lead) => fixture.RunAsync<OpenLoanFromLead, Outcome<OpenLoanFromLead.Opened>>(member, verb => verb.RunAsync(new(lead), Ct));

    private static async Task<(CrmFixture, TestOrganization)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        return (fixture, await TestOrganization.CreateAsync(fixture));
    }
}

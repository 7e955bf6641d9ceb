using CrmStudio.App.Loans.Clocks.Queries;
using CrmStudio.App.Loans.Clocks.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Hmda;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Clocks;

/// <summary>Who applicants are is written by whoever takes the application and read by Compliance alone, on the record.</summary>
public sealed class DemographicsTests
{
    private static readonly DemographicAnswers answers = new()
    {
        TakenBy = ApplicationTaking.Telephone, Ethnicities = [HmdaEthnicity.OtherHispanicOrLatino], OtherEthnicity = "Quechua-Colombian", Races = [HmdaRace.White], Sex = HmdaSex.Female, Age = 41,
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_assistant_a_viewer_and_compliance_record_nothing_and_nobody_but_compliance_reads()
    {
        var desk = await DeskAsync();
        foreach (var role in (BuiltInRole[])[BuiltInRole.Assistant, BuiltInRole.Viewer])
            Assert.Equal(Refusal.NotAllowed, (await desk.RecordAsync(await desk.Organization.MemberAsync(role, teamId: desk.Team))).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await desk.RecordAsync(desk.Ira)).Refusal);
        Assert.True((await desk.RecordAsync(desk.Ana)).IsDone);

        foreach (var reader in (TestMember[])[desk.Ana, await desk.Organization.MemberAsync(BuiltInRole.Manager, teamId: desk.Team, leads: true), await desk.Organization.MemberAsync(BuiltInRole.Viewer, teamId: desk.Team)])
            Assert.Equal(Refusal.NotAllowed, (await desk.ReadAsync(reader)).Refusal);
        Assert.False(await desk.Organization.SaveAsync(unit => unit.Db.AuditEntries.AnyAsync(entry => entry.Action == AuditAction.Read, Ct)));   // that they were refused is kept, but nothing was read
    }

    [Fact]
    public async Task The_loan_of_another_officer_or_organization_is_not_found()
    {
        var desk = await DeskAsync();
        var marc = await desk.Organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois");
        var elsewhere = await TestOrganization.CreateAsync(desk.Fixture, "Other Lending");
        var joy = await elsewhere.MemberAsync(BuiltInRole.Admin, "Joy", "Adeyemi");

        Assert.Equal(Refusal.NotFound, (await desk.RecordAsync(marc)).Refusal);
        Assert.Equal(Refusal.NotFound, (await desk.RecordAsync(joy)).Refusal);
        Assert.Equal(Refusal.NotFound, (await desk.ReadAsync(joy)).Refusal);
    }

    [Fact]
    public async Task Whoever_works_the_loan_does_not_read_it_whatever_the_role()
    {
        var desk = await DeskAsync();
        await desk.RecordAsync(desk.Ana);
        await desk.Organization.SaveAsync(async unit =>
        {
            (await unit.Db.Loans.SingleAsync(loan => loan.Id == desk.Loan, Ct)).ProcessBy(desk.Ira.Id);
            return true;
        });

        Assert.Equal(HmdaRefusals.WorksTheLoan, (await desk.ReadAsync(desk.Ira)).Refusal);
        Assert.False((await desk.HmdaAsync(desk.Ira)).MayReadDemographics);
    }

    [Fact]
    public async Task The_officer_sees_that_it_was_collected_and_compliance_what_with_an_entry_in_the_audit_trail()
    {
        var desk = await DeskAsync();
        Assert.Contains((await desk.HmdaAsync(desk.Ana)).Findings, finding => finding.Edit == "V628-1");
        Assert.True((await desk.RecordAsync(desk.Ana)).IsDone);

        var seen = await desk.HmdaAsync(desk.Ana);
        Assert.DoesNotContain(seen.Findings, finding => finding.Edit == "V628-1");
        Assert.Equal((1, ApplicationTaking.Telephone, "Ana Reyes"), (seen.Applicants[0].Collected!.Number, seen.Applicants[0].Collected!.TakenBy, seen.Applicants[0].Collected!.By));

        var read = (await desk.ReadAsync(desk.Ira)).Value!;
        var one = Assert.Single(read.Applicants);
        Assert.Equal(("Quechua-Colombian", HmdaSex.Female, 41), (one.Answers.OtherEthnicity, one.Answers.Sex, one.Answers.Age));
        var audit = await desk.Organization.SaveAsync(unit => unit.Db.AuditEntries.AsNoTracking().Where(entry => entry.Verb == "loans.read-demographics").ToListAsync(Ct));
        Assert.Equal((desk.Ira.Id, desk.Loan, AuditAction.Read), (Assert.Single(audit).MemberId, audit[0].EntityId, audit[0].Action));
    }

    [Fact]
    public async Task No_answer_stands_in_the_audit_trail_the_way_back_or_the_outbox()
    {
        var desk = await DeskAsync();
        Assert.True((await desk.RecordAsync(desk.Ana)).IsDone);
        await desk.ReadAsync(desk.Ira);

        var (audit, undo, outbox) = await desk.Organization.SaveAsync(async unit => (
            (await unit.Db.AuditEntries.AsNoTracking().ToListAsync(Ct)).Select(entry => entry.Before + entry.After), await unit.Db.UndoEntries.AsNoTracking().Select(entry => entry.Steps).ToListAsync(Ct),
            await unit.Db.OutboxMessages.AsNoTracking().Select(message => message.Payload).ToListAsync(Ct)));
        foreach (var text in audit.Concat(undo).Concat(outbox))
        foreach (var hidden in (string[])["Quechua", "Ethnicities", "Races", "IsRaceObserved", "\"Age\"", "\"Sex\""])
            Assert.DoesNotContain(hidden, text ?? "", StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_record_made_in_error_is_taken_back_and_two_people_do_not_both_write_the_next()
    {
        var desk = await DeskAsync();
        var first = await desk.RecordAsync(desk.Ana);
        var dana = await desk.Organization.MemberAsync(BuiltInRole.Admin, "Dana", "Holloway");
        Assert.Equal(HmdaRefusals.CollectedMeanwhile, (await desk.RecordAsync(dana)).Refusal);
        Assert.Equal("Races", (await desk.RecordAsync(desk.Ana, seen: 1, with: answers with { Races = [] })).Refusal?.Field);
        Assert.True((await desk.RecordAsync(dana, seen: 1, with: answers with { Sex = HmdaSex.NotProvided })).IsDone);
        Assert.Equal(HmdaSex.NotProvided, (await desk.ReadAsync(desk.Ira)).Value!.Applicants[0].Answers.Sex);   // the newest counts

        await using var scope = await desk.Fixture.AsAsync(desk.Ana);
        Assert.True((await scope.ServiceProvider.GetRequiredService<UndoChange>().RunAsync(new(first.Value!.UndoId), Ct)).IsDone);
        Assert.Equal(1, await desk.Organization.SaveAsync(unit => unit.Db.DemographicRecords.CountAsync(Ct)));
    }

    private static async Task<Desk> DeskAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        var organization = await TestOrganization.CreateAsync(fixture);
        var team = await organization.TeamAsync("Harbor Point");
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes", team);
        var ira = await organization.MemberAsync(BuiltInRole.Compliance, "Ira", "Vance");
        var borrower = new Contact("Marisol", "Whitlock");
        await organization.SaveAsync(unit => unit.Db.Contacts.Add(borrower));
        var party = Guid.Empty;
        var loan = await organization.LoanAsync(Milestone.Processing, ana, with: one =>
        {
            party = one.AddParty(borrower.Id, borrower.Name, LoanPartyRole.Borrower).Id;
            one.Reach(Milestone.Application, new DateOnly(2026, 11, 2));
        });
        return new Desk(fixture, organization, team, ana, ira, loan, party);
    }

    private sealed record Desk(CrmFixture Fixture, TestOrganization Organization, Guid Team, TestMember Ana, TestMember Ira, Guid Loan, Guid Party)
    {
        public async Task<Outcome<Changed>> RecordAsync(TestMember by, int seen = 0, DemographicAnswers? with = null)
        {
            await using var scope = await Fixture.AsAsync(by);
            return await scope.ServiceProvider.GetRequiredService<RecordDemographics>().RunAsync(new(Loan, Party, seen, with ?? answers), Ct);
        }

        public async Task<Outcome<LoanDemographics>> ReadAsync(TestMember by)
        {
            await using var scope = await Fixture.AsAsync(by);
            return await scope.ServiceProvider.GetRequiredService<DemographicsQuery>().ReadAsync(Loan, Ct);
        }

        public async Task<HmdaView> HmdaAsync(TestMember by)
        {
            await using var scope = await Fixture.AsAsync(by);
            return (await scope.ServiceProvider.GetRequiredService<HmdaQuery>().ReadAsync(Loan, Ct)).Value!;
        }
    }
}

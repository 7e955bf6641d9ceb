using CrmStudio.App.Loans.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Outbox;
using CrmStudio.Infrastructure.Platform.Undo;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.UseCases;

public sealed class AdvanceLoanTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_viewer_moves_nothing_and_the_attempt_stands_in_the_audit_trail()
    {
        var (fixture, organization) = await StartAsync();
        var viewer = await organization.MemberAsync(BuiltInRole.Viewer);
        var loan = await organization.LoanAsync(officer: viewer);

        var outcome = await MoveAsync(fixture, viewer, loan, await organization.StageAsync(Milestone.Contacted));

        Assert.Equal(Refusal.NotAllowed, outcome.Refusal);
        Assert.True(await organization.SaveAsync(unit => unit.Db.AuditEntries.AnyAsync(entry => entry.MemberId == viewer.Id && entry.Verb == "loans.advance")));
    }

    [Fact]
    public async Task An_officer_does_not_find_the_loan_of_another_officer()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var marc = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois");
        var loan = await organization.LoanAsync(officer: ana);

        var outcome = await MoveAsync(fixture, marc, loan, await organization.StageAsync(Milestone.Contacted));

        Assert.Equal(Refusal.NotFound, outcome.Refusal);
    }

    [Fact]
    public async Task A_loan_of_another_organization_is_not_found()
    {
        var (fixture, organization) = await StartAsync();
        var other = await TestOrganization.CreateAsync(fixture, "Other Lending");
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        var loan = await other.LoanAsync();

        var outcome = await MoveAsync(fixture, admin, loan, await organization.StageAsync(Milestone.Contacted));

        Assert.Equal(Refusal.NotFound, outcome.Refusal);
    }

    [Fact]
    public async Task Going_back_without_a_reason_is_refused_and_the_loan_stays()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        var loan = await organization.LoanAsync(Milestone.Processing, ana);

        var outcome = await MoveAsync(fixture, ana, loan, await organization.StageAsync(Milestone.Application));

        Assert.Equal("loans.reason-needed", outcome.Refusal?.Code);
        Assert.Equal(await organization.StageAsync(Milestone.Processing), await StageOfAsync(organization, loan));
    }

    [Fact]
    public async Task A_stage_that_needs_the_appraised_value_says_so()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        var loan = await organization.LoanAsync(Milestone.ConditionalApproval, ana, with: l => l.SetTerms(l.Terms() with { AppraisedValue = null }));

        var outcome = await MoveAsync(fixture, ana, loan, await organization.StageAsync(Milestone.ClearToClose));

        Assert.Equal("Clear to close needs the appraised value and a rate lock first.", outcome.Refusal?.Message);
    }

    [Fact]
    public async Task A_move_writes_history_audit_and_event_in_one_save_and_can_be_undone()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var loan = await organization.LoanAsync(Milestone.Contacted, ana);
        var to = await organization.StageAsync(Milestone.Qualification);

        var outcome = await MoveAsync(fixture, ana, loan, to);

        Assert.Equal("Moved Marisol Whitlock to Pre-qualified", outcome.Value?.Summary);
        var (visits, audits, events) = await organization.SaveAsync(async unit => (
            await unit.Db.LoanStageVisits.Where(visit => visit.LoanId == loan).OrderBy(visit => visit.EnteredAt).ToListAsync(Ct),
            await unit.Db.AuditEntries.Where(entry => entry.EntityId == loan && entry.MemberId == ana.Id).ToListAsync(Ct),
            await unit.Db.OutboxMessages.CountAsync(message => message.Type == "LoanAdvanced", Ct)));
        Assert.Equal(2, visits.Count);
        Assert.NotNull(visits[0].LeftAt);
        Assert.Contains("StageId", Assert.Single(audits).After, StringComparison.Ordinal);
        Assert.Equal(1, events);

        Assert.Equal("Moved Marisol Whitlock to Pre-qualified", (await UndoAsync(fixture, ana, outcome.Value!.UndoId)).Value);
        Assert.Equal(await organization.StageAsync(Milestone.Contacted), await StageOfAsync(organization, loan));
        Assert.Equal(1, await organization.SaveAsync(unit => unit.Db.LoanStageVisits.CountAsync(visit => visit.LoanId == loan && visit.LeftAt == null, Ct)));
    }

    [Fact]
    public async Task Undo_refuses_by_name_when_somebody_changed_the_loan_since()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        var loan = await organization.LoanAsync(Milestone.Contacted, ana);
        var moved = await MoveAsync(fixture, ana, loan, await organization.StageAsync(Milestone.Qualification));
        await organization.SaveAsync(async unit =>
        {
            (await unit.Db.Loans.SingleAsync(l => l.Id == loan)).CloseOn(new DateOnly(2026, 12, 2));
            return true;
        });

        var undone = await UndoAsync(fixture, ana, moved.Value!.UndoId);

        Assert.Equal("Marisol Whitlock (T-0001) was changed since, so this cannot be undone.", undone.Refusal?.Message);
        Assert.Equal(await organization.StageAsync(Milestone.Qualification), await StageOfAsync(organization, loan));
    }

    [Fact]
    public async Task Nobody_undoes_the_change_of_somebody_else()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        var moved = await MoveAsync(fixture, ana, await organization.LoanAsync(officer: ana), await organization.StageAsync(Milestone.Contacted));

        Assert.Equal(UndoRefusals.NothingToUndo, (await UndoAsync(fixture, admin, moved.Value!.UndoId)).Refusal);
    }

    [Fact]
    public async Task The_officer_is_told_once_when_somebody_else_moves_the_loan()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        var admin = await organization.MemberAsync(BuiltInRole.Admin, "Sam", "Whitaker");
        await MoveAsync(fixture, admin, await organization.LoanAsync(officer: ana), await organization.StageAsync(Milestone.Contacted));

        await using (var scope = fixture.AsSystem(organization))
        {
            await scope.ServiceProvider.GetRequiredService<OutboxDispatcher>().DispatchAsync(Ct);
            await scope.ServiceProvider.GetRequiredService<OutboxDispatcher>().DispatchAsync(Ct);
        }

        var told = await organization.SaveAsync(unit => unit.Db.Notifications.ToListAsync(Ct));
        Assert.Equal("Sam Whitaker moved Marisol Whitlock to Contacted", Assert.Single(told).Text);
    }

    private static async Task<(CrmFixture, TestOrganization)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        return (fixture, await TestOrganization.CreateAsync(fixture));
    }

    private static async Task<Outcome<Changed>> MoveAsync(CrmFixture fixture, TestMember member, Guid loan, Guid stage, string? reason = null)
    {
        await using var scope = await fixture.AsAsync(member);
        return await scope.ServiceProvider.GetRequiredService<AdvanceLoan>().RunAsync(new(loan, stage, reason), Ct);
    }

    private static async Task<Outcome<string>> UndoAsync(CrmFixture fixture, TestMember member, Guid? undoId)
    {
        await using var scope = await fixture.AsAsync(member);
        return await scope.ServiceProvider.GetRequiredService<UndoChange>().RunAsync(new(undoId), Ct);
    }

    private static Task<Guid> StageOfAsync(TestOrganization organization, Guid loan) =>
        organization.SaveAsync(unit => unit.Db.Loans.Where(l => l.Id == loan).Select(l => l.StageId).SingleAsync(Ct));
}

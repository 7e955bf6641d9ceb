using CrmStudio.App.Access.UseCases;
using CrmStudio.App.Integrations.Imports.UseCases;
using CrmStudio.App.Loans.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Undo;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Shell.Undo;

public sealed class UndoStackTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_sees_or_takes_back_what_somebody_else_did()
    {
        var (fixture, organization, ana, loan) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        var moved = await MoveAsync(fixture, organization, ana, loan, Milestone.Contacted);

        Assert.Empty(await ReadAsync(fixture, admin));
        Assert.Equal(UndoRefusals.NothingToUndo, (await UndoAsync(fixture, admin, moved)).Refusal);
        Assert.Equal("Moved Marisol Whitlock to Contacted", Assert.Single(await ReadAsync(fixture, ana)).Summary);
    }

    [Fact]
    public async Task What_the_role_does_not_allow_any_more_is_listed_with_the_reason()
    {
        var (fixture, organization, ana, loan) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        await MoveAsync(fixture, organization, ana, loan, Milestone.Contacted);
        var viewer = await organization.SaveAsync(unit => unit.Db.Roles.Where(role => role.BuiltIn == BuiltInRole.Viewer).Select(role => role.Id).SingleAsync(Ct));
        await using (var scope = await fixture.AsAsync(admin)) Assert.True((await scope.ServiceProvider.GetRequiredService<ChangeMemberRole>().RunAsync(new(ana.Id, [viewer]), Ct)).IsDone);

        var act = Assert.Single(await ReadAsync(fixture, ana));

        Assert.Equal(Refusal.NotAllowed, act.Refused);
        Assert.Equal(Refusal.NotAllowed, (await UndoAsync(fixture, ana, act.Id)).Refusal);
    }

    [Fact]
    public async Task A_member_goes_back_step_by_step_and_a_step_in_the_middle_waits_for_the_later_ones()
    {
        var (fixture, organization, ana, loan) = await StartAsync();
        var steps = new[] { Milestone.Contacted, Milestone.Qualification, Milestone.PreApproval };
        foreach (var step in steps) await MoveAsync(fixture, organization, ana, loan, step);
        await NoteAsync(fixture, ana, loan);

        var acts = await ReadAsync(fixture, ana);
        Assert.Equal(["Wrote a note on Marisol Whitlock", "Moved Marisol Whitlock to Pre-approved", "Moved Marisol Whitlock to Pre-qualified", "Moved Marisol Whitlock to Contacted"], acts.Select(act => act.Summary));
        Assert.Equal([null, null, "undo.changed-since", "undo.changed-since"], acts.Select(act => act.Refused?.Code));

        for (var step = 0; step < acts.Count; step++) Assert.Equal(acts[step].Summary, (await UndoAsync(fixture, ana, null)).Value);
        Assert.All(await ReadAsync(fixture, ana), act => Assert.True(act.IsUndone));
        Assert.Equal(UndoRefusals.NothingToUndo, (await UndoAsync(fixture, ana, null)).Refusal);
        Assert.Equal(await organization.StageAsync(Milestone.Lead), await organization.SaveAsync(unit => unit.Db.Loans.Select(one => one.StageId).SingleAsync(Ct)));
    }

    [Fact]
    public async Task A_change_of_a_colleague_in_between_stands_in_the_way_by_name()
    {
        var (fixture, organization, ana, loan) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        await MoveAsync(fixture, organization, ana, loan, Milestone.Contacted);
        await MoveAsync(fixture, organization, admin, loan, Milestone.Qualification);

        var act = Assert.Single(await ReadAsync(fixture, ana));

        Assert.Equal("Marisol Whitlock (T-0001) was changed since, so this cannot be undone.", act.Refused?.Message);
        Assert.Equal(act.Refused, (await UndoAsync(fixture, ana, act.Id)).Refusal);
    }

    [Fact]
    public async Task The_stack_is_twenty_deep()
    {
        var (fixture, _, ana, loan) = await StartAsync();
        for (var note = 0; note < UndoChange.Depth + 2; note++) await NoteAsync(fixture, ana, loan);

        Assert.Equal(UndoChange.Depth, (await ReadAsync(fixture, ana)).Count);
    }

    [Fact]
    public async Task A_finished_import_stands_among_the_acts_and_is_taken_back_from_there()
    {
        var (fixture, organization, ana, loan) = await StartAsync();
        await MoveAsync(fixture, organization, ana, loan, Milestone.Contacted);
        Guid import;
        await using (var scope = await fixture.AsAsync(ana))
            import = (await scope.ServiceProvider.GetRequiredService<ReceiveFile>().RunAsync(new("loans", new MemoryStream("Loan Number,Borrower First Name,Borrower Last Name\n26-1,Ada,Quill\n"u8.ToArray()), "spring.csv"), Ct)).Value;
        Assert.Single(await ReadAsync(fixture, ana));   // nothing is written yet
        await organization.SaveAsync(async unit => await Set(unit.Db.Imports.Single(one => one.Id == import), unit));

        var act = (await ReadAsync(fixture, ana))[0];
        Assert.Equal(("Imported spring.csv, 1 row", "imports"), (act.Summary, act.Source));
        Assert.Contains("Loans edited since are kept.", act.Question, StringComparison.Ordinal);
        Assert.Null(act.Refused);

        await using (var scope = await fixture.AsAsync(ana))
            Assert.Equal("The import is being taken back", (await scope.ServiceProvider.GetServices<IUndoSource>().Single(source => source.Name == act.Source).UndoAsync(act.Id, Ct)).Value);
        Assert.Equal("The import is being taken back. Wait until that is done.", (await ReadAsync(fixture, ana))[0].Refused?.Message);
        Assert.DoesNotContain(await ReadAsync(fixture, await organization.MemberAsync(BuiltInRole.Admin)), other => other.Source is not null);
    }

    private static Task<bool> Set(FileImport import, Infrastructure.Platform.Tenancy.CrmUnit unit)
    {
        unit.Db.Entry(import).Property(one => one.Status).CurrentValue = ImportStatus.Finished;
        unit.Db.Entry(import).Property(one => one.EndedAt).CurrentValue = unit.At;
        return Task.FromResult(true);
    }

    private static async Task<Guid?> MoveAsync(CrmFixture fixture, TestOrganization organization, TestMember member, Guid loan, Milestone to)
    {
        await using var scope = await fixture.AsAsync(member);
        var outcome = await scope.ServiceProvider.GetRequiredService<AdvanceLoan>().RunAsync(new(loan, await organization.StageAsync(to), null), Ct);
        Assert.True(outcome.IsDone, outcome.Refusal?.Message);
        return outcome.Value.UndoId;
    }

    private static async Task NoteAsync(CrmFixture fixture, TestMember member, Guid loan)
    {
        await using var scope = await fixture.AsAsync(member);
        Assert.True((await scope.ServiceProvider.GetRequiredService<WriteLoanNote>().RunAsync(new(loan, ActivityKind.Note, "Called about the appraisal"), Ct)).IsDone);
    }

    private static async Task<IReadOnlyList<UndoAct>> ReadAsync(CrmFixture fixture, TestMember member)
    {
        await using var scope = await fixture.AsAsync(member);
        return (await scope.ServiceProvider.GetRequiredService<UndoStackQuery>().ReadAsync(Ct)).Value!;
    }

    private static async Task<Outcome<string>> UndoAsync(CrmFixture fixture, TestMember member, Guid? id)
    {
        await using var scope = await fixture.AsAsync(member);
        return await scope.ServiceProvider.GetRequiredService<UndoChange>().RunAsync(new(id), Ct);
    }

    private static async Task<(CrmFixture, TestOrganization, TestMember Ana, Guid Loan)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        var organization = await TestOrganization.CreateAsync(fixture);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        return (fixture, organization, ana, await organization.LoanAsync(Milestone.Lead, ana));
    }
}

using CrmStudio.App.Loans.Clocks.UseCases;
using CrmStudio.App.Loans.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Outbox;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Clocks;

/// <summary>What the clocks ask for stands as a task, leaves when the file shows it done, comes back when that is undone, and is reminded of.</summary>
public sealed class LoanTaskTests
{
    private static readonly TimeZoneInfo office = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), office).DateTime);

    [Fact]
    public async Task What_an_undo_brought_back_or_took_away_is_a_task_again_or_none_at_the_next_look()
    {
        var (fixture, organization, ana) = await StartAsync();
        var loan = await organization.LoanAsync(Milestone.Application, ana);
        var received = await DoAsync<ReceivePieces>(fixture, ana, verb => verb.RunAsync(new(loan, Enum.GetValues<ApplicationPiece>(), null), Ct));
        await DispatchAsync(fixture, organization);
        Assert.Contains(RuleCodes.EstimateOut, await OpenAsync(organization, loan));

        var sent = await DoAsync<RecordDisclosure>(fixture, ana, verb => verb.RunAsync(new() { LoanId = loan, Kind = DisclosureKind.LoanEstimate, SentOn = Today, Method = DisclosureMethod.InPerson }, Ct));
        await DispatchAsync(fixture, organization);
        Assert.DoesNotContain(RuleCodes.EstimateOut, await OpenAsync(organization, loan));

        await UndoAsync(fixture, ana, sent);
        await KeepAsync(fixture, organization);
        Assert.Contains(RuleCodes.EstimateOut, await OpenAsync(organization, loan));

        // The clock itself is undone: nothing of it is left to do.
        await UndoAsync(fixture, ana, received);
        await KeepAsync(fixture, organization);
        Assert.Empty(await OpenAsync(organization, loan));
    }

    [Fact]
    public async Task A_denial_and_an_incomplete_file_ask_for_their_notices_and_the_notice_sent_finishes_them()
    {
        var (fixture, organization, ana) = await StartAsync();
        var denied = await organization.LoanAsync(Milestone.Processing, ana);
        var incomplete = await organization.LoanAsync(Milestone.Processing, ana, "Ramon Ortega");
        foreach (var loan in (Guid[])[denied, incomplete])
            Assert.True((await DoAsync<ReceivePieces>(fixture, ana, verb => verb.RunAsync(new(loan, Enum.GetValues<ApplicationPiece>(), null), Ct))).IsDone);
        var (denial, missing) = await organization.SaveAsync(async unit => (
            (await unit.Db.PipelineEndings.SingleAsync(ending => ending.Kind == EndingKind.Denied && unit.Db.Pipelines.Any(p => p.Id == ending.PipelineId && p.Kind == PipelineKind.Loan), Ct)).Id,
            (await unit.Db.PipelineEndings.SingleAsync(ending => ending.Kind == EndingKind.Incomplete && unit.Db.Pipelines.Any(p => p.Id == ending.PipelineId && p.Kind == PipelineKind.Loan), Ct)).Id));

        // Regulation B: no denial without its principal reasons, four at most.
        Assert.Equal("loans.denial-reasons-needed", (await DoAsync<EndLoan>(fixture, ana, verb => verb.RunAsync(new(denied, denial, "Too much debt"), Ct))).Refusal?.Code);
        Assert.True((await DoAsync<EndLoan>(fixture, ana, verb => verb.RunAsync(new(denied, denial, "Too much debt", [AdverseReason.ExcessiveObligations]), Ct))).IsDone);
        Assert.True((await DoAsync<EndLoan>(fixture, ana, verb => verb.RunAsync(new(incomplete, missing, "No answer to two letters"), Ct))).IsDone);
        await DispatchAsync(fixture, organization);
        Assert.Contains(RuleCodes.AdverseActionNotice, await OpenAsync(organization, denied));
        Assert.Contains(RuleCodes.IncompletenessNotice, await OpenAsync(organization, incomplete));

        // A preapproval that is denied never had six pieces; its notice is due all the same.
        var early = await organization.LoanAsync(Milestone.PreApproval, ana, "Tess Moreau");
        Assert.True((await DoAsync<EndLoan>(fixture, ana, verb => verb.RunAsync(new(early, denial, "Too much debt", [AdverseReason.ExcessiveObligations]), Ct))).IsDone);
        await DispatchAsync(fixture, organization);
        Assert.Equal([RuleCodes.AdverseActionNotice], await OpenAsync(organization, early));

        Assert.True((await DoAsync<RecordNotice>(fixture, ana, verb => verb.RunAsync(new(denied, NoticeKind.AdverseAction, Today, null), Ct))).IsDone);
        await DispatchAsync(fixture, organization);
        Assert.DoesNotContain(RuleCodes.AdverseActionNotice, await OpenAsync(organization, denied));
    }

    [Fact]
    public async Task The_officer_is_reminded_once_a_day_of_what_is_due_and_of_nothing_that_is_done()
    {
        var (fixture, organization, ana) = await StartAsync();
        var loan = await organization.LoanAsync(Milestone.Processing, ana);
        await organization.SaveAsync(unit =>
        {
            unit.Db.DueTasks.Add(new DueTask("loans", loan, "Order the payoff", Today.AddDays(1), null, null));
            unit.Db.DueTasks.Add(new DueTask("loans", loan, "Call the title company", Today.AddDays(3), null, null));   // not one of the days
            var done = new DueTask("loans", loan, "Order the appraisal", Today, null, null);
            done.Finish(ana.Id, unit.At);
            unit.Db.DueTasks.Add(done);
        });
        Assert.True((await DoAsync<ReceivePieces>(fixture, ana, verb => verb.RunAsync(new(loan, Enum.GetValues<ApplicationPiece>(), null), Ct))).IsDone);

        await KeepAsync(fixture, organization);
        await KeepAsync(fixture, organization);

        var told = await organization.SaveAsync(unit => unit.Db.Notifications.Where(one => one.MemberId == ana.Id).Select(one => one.Text).ToListAsync(Ct));
        Assert.Equal("Marisol Whitlock: “Order the payoff” is due tomorrow", Assert.Single(told, text => text.Contains("payoff", StringComparison.Ordinal)));
        Assert.DoesNotContain(told, text => text.Contains("title company", StringComparison.Ordinal) || text.Contains("appraisal", StringComparison.Ordinal));
    }

    private static async Task<(CrmFixture, TestOrganization, TestMember)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        var organization = await TestOrganization.CreateAsync(fixture);
        return (fixture, organization, await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes"));
    }

    /// <summary>The rules of the open tasks of a loan.</summary>
    private static Task<List<string>> OpenAsync(TestOrganization organization, Guid loan) => organization.SaveAsync(unit =>
        unit.Db.DueTasks.AsNoTracking().Where(task => task.EntityId == loan && task.DoneAt == null && task.Origin != null).Select(task => task.Origin!).ToListAsync(Ct));

    private static async Task KeepAsync(CrmFixture fixture, TestOrganization organization)
    {
        await using var scope = fixture.AsSystem(organization);
        Assert.True((await scope.ServiceProvider.GetRequiredService<KeepLoanTasks>().RunAsync(Ct)).IsDone);
    }

    private static async Task DispatchAsync(CrmFixture fixture, TestOrganization organization)
    {
        await using var scope = fixture.AsSystem(organization);
        await scope.ServiceProvider.GetRequiredService<OutboxDispatcher>().DispatchAsync(Ct);
    }

    private static async Task UndoAsync(CrmFixture fixture, TestMember member, Outcome<Changed> done)
    {
        Assert.True(done.IsDone, done.Refusal?.Message);
        await using var scope = await fixture.AsAsync(member);
        var undone = await scope.ServiceProvider.GetRequiredService<UndoChange>().RunAsync(new(done.Value!.UndoId), Ct);
        Assert.True(undone.IsDone, undone.Refusal?.Message);
    }

    private static async Task<Outcome<Changed>> DoAsync<TVerb>(CrmFixture fixture, TestMember member, Func<TVerb, Task<Outcome<Changed>>> run)
        where TVerb : notnull
    {
        await using var scope = await fixture.AsAsync(member);
        return await run(scope.ServiceProvider.GetRequiredService<TVerb>());
    }
}

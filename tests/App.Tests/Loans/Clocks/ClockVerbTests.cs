using CrmStudio.App.Loans.Clocks.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance;
using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Clocks;

/// <summary>What runs the clocks, what they forbid, and how two people set a rule aside.</summary>
public sealed class ClockVerbTests
{
    private static readonly TimeZoneInfo office = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), office).DateTime);

    [Fact]
    public async Task A_viewer_starts_no_clock_plans_no_closing_and_asks_for_no_override()
    {
        var (fixture, organization) = await StartAsync();
        var viewer = await organization.MemberAsync(BuiltInRole.Viewer);
        var loan = await organization.LoanAsync(Milestone.Application, viewer);

        Assert.Equal(Refusal.NotAllowed, (await DoAsync<ReceivePieces>(fixture, viewer, verb => verb.RunAsync(new(loan, Enum.GetValues<ApplicationPiece>(), null), Ct))).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await DoAsync<PlanClosing>(fixture, viewer, verb => verb.RunAsync(new(loan, null, Today), Ct))).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await DoAsync<RequestOverride>(fixture, viewer, verb => verb.RunAsync(new(loan, RuleCodes.WaitAfterEstimate, Today, "Please"), Ct))).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await DoAsync<RecordDisclosure>(fixture, viewer, verb => verb.RunAsync(Estimate(loan), Ct))).Refusal);
    }

    [Fact]
    public async Task An_officer_reaches_the_clocks_of_own_loans_only()
    {
        var (fixture, organization) = await StartAsync();
        var (ana, marc) = (await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes"), await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois"));
        var loan = await organization.LoanAsync(Milestone.Application, ana);

        Assert.Equal(Refusal.NotFound, (await DoAsync<ReceivePieces>(fixture, marc, verb => verb.RunAsync(new(loan, Enum.GetValues<ApplicationPiece>(), null), Ct))).Refusal);
        Assert.Equal(Refusal.NotFound, (await DoAsync<PlanClosing>(fixture, marc, verb => verb.RunAsync(new(loan, null, Today), Ct))).Refusal);
        Assert.Equal(Refusal.NotFound, (await DoAsync<RecordDisclosure>(fixture, marc, verb => verb.RunAsync(Estimate(loan), Ct))).Refusal);
    }

    [Fact]
    public async Task A_closing_too_early_needs_a_second_person_who_is_not_the_one_who_asked()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var ira = await organization.MemberAsync(BuiltInRole.Compliance, "Ira", "Vance");
        var loan = await organization.LoanAsync(Milestone.Application, ana);
        Assert.True((await DoAsync<PlanClosing>(fixture, ana, verb => verb.RunAsync(new(loan, null, Today.AddDays(2)), Ct))).IsDone);   // no clock runs yet
        Assert.True((await DoAsync<ReceivePieces>(fixture, ana, verb => verb.RunAsync(new(loan, Enum.GetValues<ApplicationPiece>(), null), Ct))).IsDone);

        var barred = await DoAsync<PlanClosing>(fixture, ana, verb => verb.RunAsync(new(loan, Today.AddDays(2), Today.AddDays(7)), Ct));
        Assert.Contains("12 CFR 1026.19(e)(1)(iii)(B)", barred.Refusal?.Message ?? "", StringComparison.Ordinal);
        Assert.Equal(Today.AddDays(2), await organization.SaveAsync(async unit => (await unit.Db.Loans.AsNoTracking().SingleAsync(one => one.Id == loan, Ct)).ClosingOn));

        Assert.True((await DoAsync<RequestOverride>(fixture, ana, verb => verb.RunAsync(new(loan, RuleCodes.WaitAfterEstimate, Today.AddDays(7), "A bona fide emergency, in the hand of the borrower"), Ct))).IsDone);
        var asked = await organization.SaveAsync(async unit => (await unit.Db.RuleOverrides.AsNoTracking().SingleAsync(Ct)).Id);
        Assert.Equal(Refusal.NotAllowed, (await DoAsync<DecideOverride>(fixture, ana, verb => verb.RunAsync(new(asked, true, "Fine by me"), Ct))).Refusal);
        Assert.True((await DoAsync<DecideOverride>(fixture, ira, verb => verb.RunAsync(new(asked, true, "Statement seen"), Ct))).IsDone);

        Assert.True((await DoAsync<PlanClosing>(fixture, ana, verb => verb.RunAsync(new(loan, Today.AddDays(2), Today.AddDays(7)), Ct))).IsDone);
        var (state, by) = await organization.SaveAsync(async unit => await unit.Db.RuleOverrides.AsNoTracking().Select(one => new ValueTuple<OverrideState, Guid?>(one.State, one.DecidedBy)).SingleAsync(Ct));
        Assert.Equal((OverrideState.Approved, (Guid?)ira.Id), (state, by));
    }

    [Fact]
    public async Task Who_may_decide_overrides_does_not_decide_the_own_one()
    {
        var (fixture, organization) = await StartAsync();
        var dana = await organization.MemberAsync(BuiltInRole.Admin, "Dana", "Holloway");
        var loan = await organization.LoanAsync(Milestone.Application, dana);
        Assert.True((await DoAsync<ReceivePieces>(fixture, dana, verb => verb.RunAsync(new(loan, Enum.GetValues<ApplicationPiece>(), null), Ct))).IsDone);
        Assert.True((await DoAsync<RequestOverride>(fixture, dana, verb => verb.RunAsync(new(loan, RuleCodes.WaitAfterEstimate, Today, "A bona fide emergency, in writing"), Ct))).IsDone);
        var asked = await organization.SaveAsync(async unit => (await unit.Db.RuleOverrides.AsNoTracking().SingleAsync(Ct)).Id);

        var own = await DoAsync<DecideOverride>(fixture, dana, verb => verb.RunAsync(new(asked, true, "By myself"), Ct));

        Assert.False(own.IsDone);
        Assert.Equal(OverrideState.Requested, await organization.SaveAsync(async unit => (await unit.Db.RuleOverrides.AsNoTracking().SingleAsync(Ct)).State));
    }

    [Fact]
    public async Task The_first_estimate_is_known_to_the_needs_list_and_forgotten_when_its_record_was_an_error()
    {
        var (fixture, organization) = await StartAsync();
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var loan = await organization.LoanAsync(Milestone.Application, ana);

        Assert.True((await DoAsync<RecordDisclosure>(fixture, ana, verb => verb.RunAsync(Estimate(loan), Ct))).IsDone);
        Assert.Equal(Today, await SentAsync());
        var disclosure = await organization.SaveAsync(async unit => (await unit.Db.Disclosures.AsNoTracking().SingleAsync(Ct)).Id);
        Assert.True((await DoAsync<RemoveDisclosure>(fixture, ana, verb => verb.RunAsync(new(disclosure), Ct))).IsDone);
        Assert.Null(await SentAsync());

        Task<DateOnly?> SentAsync() => organization.SaveAsync(async unit => (await unit.Db.Loans.AsNoTracking().SingleAsync(one => one.Id == loan, Ct)).EstimateSentOn);
    }

    private static DisclosureDraft Estimate(Guid loan) => new() { LoanId = loan, Kind = DisclosureKind.LoanEstimate, SentOn = Today, Method = DisclosureMethod.InPerson };

    private static async Task<(CrmFixture, TestOrganization)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        return (fixture, await TestOrganization.CreateAsync(fixture));
    }

    private static async Task<Outcome<Changed>> DoAsync<TVerb>(CrmFixture fixture, TestMember member, Func<TVerb, Task<Outcome<Changed>>> run)
        where TVerb : notnull
    {
        await using var scope = await fixture.AsAsync(member);
        return await run(scope.ServiceProvider.GetRequiredService<TVerb>());
    }
}

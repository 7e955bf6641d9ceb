using CrmStudio.App.Loans.Commissions.Queries;
using CrmStudio.App.Loans.Commissions.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance;
using CrmStudio.Domain.Loans.Commissions;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Outbox;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Commissions;

public sealed class CommissionsTests
{
    private static readonly DateOnly funded = new(2026, 3, 2);
    private static readonly CommissionTerms standard = new()
    {
        BasisPoints = 100, ReferralPercent = 10, Shares = [new(CommissionPayee.Officer, null, 60), new(CommissionPayee.Company, null, 40)],
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Plans_are_written_by_administrators_only_and_none_pays_by_a_term()
    {
        var (fixture, organization, admin, ana) = await StartAsync();

        Assert.Equal(Refusal.NotAllowed, (await WriteAsync(fixture, ana, "Mine", standard)).Refusal);
        var refused = await WriteAsync(fixture, admin, "By rate", standard with { Variations = [new("rate", "7", 150)] });
        Assert.Equal("loans.commission-keys-on-terms", refused.Refusal?.Code);
        Assert.Equal(0, await organization.SaveAsync(unit => unit.Db.CommissionPlans.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_funded_loan_is_computed_by_the_plan_that_holds_for_its_officer()
    {
        var (fixture, organization, admin, ana) = await StartAsync();
        await WriteAsync(fixture, admin, "Standard", standard, isUsual: true);
        await WriteAsync(fixture, admin, "Senior", standard with { BasisPoints = 125 });
        var senior = await organization.SaveAsync(unit => unit.Db.CommissionPlans.Where(plan => plan.Name == "Senior").Select(plan => plan.Id).SingleAsync(Ct));
        var usual = await FundAsync(fixture, organization, ana);
        Assert.Equal(("Standard", 4_096m), await PaidAsync(fixture, admin, usual));

        await RunAsync<AssignCommissionPlan, Outcome<Changed>>(fixture, admin, assign => assign.RunAsync(new(ana.Id, senior), Ct));
        Assert.Equal(("Senior", 5_120m), await PaidAsync(fixture, admin, await FundAsync(fixture, organization, ana)));
        Assert.Equal(("Standard", 4_096m), await PaidAsync(fixture, admin, usual));   // what was computed keeps its steps
    }

    [Fact]
    public async Task Funding_without_a_plan_computes_nothing_and_says_why_when_asked()
    {
        var (fixture, organization, admin, ana) = await StartAsync();
        var loan = await FundAsync(fixture, organization, ana);

        Assert.Null((await ReadAsync(fixture, admin, loan)).Value!.Commission);
        Assert.Equal(CommissionRefusals.NoPlan, (await ComputeAsync(fixture, admin, loan)).Refusal);
    }

    [Fact]
    public async Task Tiers_count_the_officers_loans_and_the_cap_counts_what_they_paid()
    {
        var (fixture, organization, admin, ana) = await StartAsync();
        await WriteAsync(fixture, admin, "Tiers", standard with { Tiers = [new(2, 110)], YearlyCap = 9_000m }, isUsual: true);

        var first = await FundAsync(fixture, organization, ana, funded.AddDays(-1));
        var second = await FundAsync(fixture, organization, ana, funded);
        var nextMonth = await FundAsync(fixture, organization, ana, funded.AddMonths(1));

        Assert.Equal(4_096m, (await PaidAsync(fixture, admin, first)).Gross);
        Assert.Equal(4_505.60m, (await PaidAsync(fixture, admin, second)).Gross);
        Assert.Equal(398.40m, (await PaidAsync(fixture, admin, nextMonth)).Gross);   // 4,096 of a new month, cut to what the cap leaves
    }

    [Fact]
    public async Task An_officer_sees_the_own_share_only_and_a_colleague_none()
    {
        var (fixture, organization, admin, ana) = await StartAsync();
        await WriteAsync(fixture, admin, "Standard", standard, isUsual: true);
        var loan = await FundAsync(fixture, organization, ana);

        var all = (await ReadAsync(fixture, admin, loan)).Value!.Commission!;
        Assert.Equal([2_457.60m, 1_638.40m], all.Lines.Select(line => line.Amount));
        var own = (await ReadAsync(fixture, ana, loan)).Value!;
        Assert.Equal(2_457.60m, Assert.Single(own.Commission!.Lines).Amount);
        Assert.Equal((false, false), (own.Commission.IsWhole, own.MaySettle));
        var marc = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois");
        Assert.Equal(Refusal.NotFound, (await ReadAsync(fixture, marc, loan)).Refusal);
        var assistant = await organization.MemberAsync(BuiltInRole.Assistant);
        Assert.Equal(Refusal.NotAllowed, (await ReadAsync(fixture, assistant, loan)).Refusal);
    }

    [Fact]
    public async Task A_settled_commission_does_not_change_and_until_then_a_referral_can_be_named()
    {
        var (fixture, organization, admin, ana) = await StartAsync();
        await WriteAsync(fixture, admin, "Standard", standard, isUsual: true);
        var loan = await FundAsync(fixture, organization, ana);
        var marc = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois");

        Assert.Equal(CommissionRefusals.ReferrerIsPaid, (await ComputeAsync(fixture, admin, loan, ana.Id)).Refusal);
        Assert.True((await ComputeAsync(fixture, admin, loan, marc.Id)).IsDone);
        Assert.True((await ComputeAsync(fixture, admin, loan, marc.Id)).IsDone);   // computed anew, lines and all
        var lines = (await ReadAsync(fixture, admin, loan)).Value!.Commission!.Lines;
        Assert.Equal([("Marc Dubois", 409.60m), ("Ana Reyes", 2_211.84m), ("Harborline Lending", 1_474.56m)], lines.Select(line => (line.Name, line.Amount)));

        Assert.Equal(Refusal.NotAllowed, (await SettleAsync(fixture, ana, loan)).Refusal);
        Assert.True((await SettleAsync(fixture, admin, loan)).IsDone);
        Assert.Equal(CommissionRefusals.Settled, (await ComputeAsync(fixture, admin, loan)).Refusal);
        Assert.Equal(CommissionRefusals.Settled, (await SettleAsync(fixture, admin, loan)).Refusal);
    }

    [Fact]
    public async Task The_sheet_shows_what_its_reader_may_see_and_its_download_is_audited()
    {
        var (fixture, organization, admin, ana) = await StartAsync();
        await WriteAsync(fixture, admin, "Standard", standard, isUsual: true);
        var loan = await FundAsync(fixture, organization, ana);

        var whole = (await RunAsync<CommissionSheetQuery, Outcome<CommissionSheetFile>>(fixture, admin, query => query.ReadAsync(loan, Ct))).Value!;
        var own = (await RunAsync<CommissionSheetQuery, Outcome<CommissionSheetFile>>(fixture, ana, query => query.ReadAsync(loan, Ct))).Value!;

        Assert.StartsWith("%PDF-1.7", System.Text.Encoding.ASCII.GetString(whole.Content, 0, 8), StringComparison.Ordinal);
        Assert.NotEqual(whole.Content.Length, own.Content.Length);
        Assert.Equal(2, await organization.SaveAsync(unit => unit.Db.AuditEntries.CountAsync(entry => entry.Action == AuditAction.Read && entry.EntityType == "commissions", Ct)));
    }

    private static async Task<(CrmFixture, TestOrganization, TestMember Admin, TestMember Officer)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        var organization = await TestOrganization.CreateAsync(fixture, "Harborline Lending");
        return (fixture, organization, await organization.MemberAsync(BuiltInRole.Admin, "Sam", "Whitaker"), await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes"));
    }

    /// <summary>A loan that funded on a day, with its reactions run.</summary>
    private static async Task<Guid> FundAsync(CrmFixture fixture, TestOrganization organization, TestMember officer, DateOnly? on = null)
    {
        var funding = await organization.SaveAsync(unit => unit.Db.PipelineStages.AsNoTracking().SingleAsync(stage => stage.Milestone == Milestone.Funding, Ct));
        var closing = await organization.SaveAsync(unit => unit.Db.PipelineStages.AsNoTracking().SingleAsync(stage => stage.Milestone == Milestone.Closing, Ct));
        var loan = await organization.LoanAsync(Milestone.Closing, officer, with: l =>
        {
            l.Lock(funded.AddDays(-30), funded.AddDays(60));
            l.CloseOn(funded);
            foreach (var milestone in Enum.GetValues<Milestone>().Where(milestone => milestone < Milestone.Funding)) l.Reach(milestone, funded.AddDays(-20));
            var moved = l.AdvanceTo(closing, funding, Guid.Empty, TimeProvider.System.GetUtcNow(), on ?? funded, null);
            Assert.True(moved.IsDone, moved.Refusal?.Message);
        });
        await using var system = fixture.AsSystem(organization);
        await system.ServiceProvider.GetRequiredService<OutboxDispatcher>().DispatchAsync(Ct);
        return loan;
    }

    private static async Task<T> RunAsync<TVerb, T>(CrmFixture fixture, TestMember member, Func<TVerb, Task<T>> run)
        where TVerb : notnull
    {
        await using var scope = await fixture.AsAsync(member);
        return await run(scope.ServiceProvider.GetRequiredService<TVerb>());
    }

    private static Task<Outcome<Changed>> WriteAsync(CrmFixture fixture, TestMember by, string name, CommissionTerms terms, bool isUsual = false) =>
        RunAsync<WriteCommissionPlan, Outcome<Changed>>(fixture, by, write => write.RunAsync(new(null, name, terms, isUsual), Ct));

    private static Task<Outcome<Changed>> ComputeAsync(CrmFixture fixture, TestMember by, Guid loan, Guid? referrer = null) =>
        RunAsync<ComputeCommission, Outcome<Changed>>(fixture, by, compute => compute.RunAsync(new(loan, referrer), Ct));

    private static Task<Outcome<Changed>> SettleAsync(CrmFixture fixture, TestMember by, Guid loan) => RunAsync<SettleCommission, Outcome<Changed>>(fixture, by, settle => settle.RunAsync(new(loan), Ct));

    private static Task<Outcome<LoanCommission>> ReadAsync(CrmFixture fixture, TestMember by, Guid loan) => RunAsync<LoanCommissionQuery, Outcome<LoanCommission>>(fixture, by, query => query.ReadAsync(loan, Ct));

    private static async Task<(string Plan, decimal Gross)> PaidAsync(CrmFixture fixture, TestMember by, Guid loan)
    {
        var commission = (await ReadAsync(fixture, by, loan)).Value!.Commission!;
        return (commission.Plan, commission.Gross);
    }
}

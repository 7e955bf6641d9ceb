using CrmStudio.App.Loans.Clocks.Queries;
using CrmStudio.App.Loans.Clocks.UseCases;
using CrmStudio.App.Loans.Papers;
using CrmStudio.App.Loans.Papers.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.App.Tests.Loans.Locks;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Domain.Loans.Hmda;
using CrmStudio.Domain.Loans.Locks;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Clocks;

/// <summary>Whoever looked at an older state than the saved one overwrites nothing: the forms then bring both together.</summary>
public sealed class MeanwhileTests
{
    private static readonly FeeTerms appraisal = new(FeeSection.B, "Appraisal", null, ToleranceBucket.Zero, 600, null, null, false);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_fee_somebody_changed_meanwhile_stays_as_it_is()
    {
        var (fixture, organization, ana, loan) = await StartAsync();
        Assert.True((await DoAsync<SaveFee>(fixture, ana, verb => verb.RunAsync(new(loan, null, 0, appraisal), Ct))).IsDone);
        var (id, seen) = await organization.SaveAsync(unit => unit.Db.Fees.Select(fee => new ValueTuple<Guid, uint>(fee.Id, fee.Version)).SingleAsync(Ct));
        Assert.True((await DoAsync<SaveFee>(fixture, ana, verb => verb.RunAsync(new(loan, id, seen, appraisal with { Estimated = 610 }), Ct))).IsDone);

        Assert.Equal(Refusal.ChangedMeanwhile, (await DoAsync<SaveFee>(fixture, ana, verb => verb.RunAsync(new(loan, id, seen, appraisal with { Estimated = 620 }), Ct))).Refusal);
        Assert.Equal(610, await organization.SaveAsync(unit => unit.Db.Fees.Select(fee => fee.Estimated).SingleAsync(Ct)));
    }

    [Fact]
    public async Task A_register_somebody_wrote_meanwhile_stays_as_it_is()
    {
        var (fixture, organization, ana, loan) = await StartAsync();
        Assert.True((await DoAsync<SaveHmda>(fixture, ana, verb => verb.RunAsync(new(loan, 0, new HmdaTerms { TotalUnits = 2 }), Ct))).IsDone);

        Assert.Equal(Refusal.ChangedMeanwhile, (await DoAsync<SaveHmda>(fixture, ana, verb => verb.RunAsync(new(loan, 0, new HmdaTerms { TotalUnits = 3 }), Ct))).Refusal);
        await using var scope = await fixture.AsAsync(ana);
        var view = (await scope.ServiceProvider.GetRequiredService<HmdaQuery>().ReadAsync(loan, Ct)).Value!;
        Assert.Equal(2, view.Entry.Terms.TotalUnits);
        Assert.True((await DoAsync<SaveHmda>(fixture, ana, verb => verb.RunAsync(new(loan, view.Version, view.Entry.Terms with { TotalUnits = 3 }), Ct))).IsDone);
    }

    [Fact]
    public async Task A_condition_somebody_changed_meanwhile_is_neither_worded_nor_moved()
    {
        var (fixture, organization, ana, loan) = await StartAsync();
        Assert.True((await DoAsync<AddConditions>(fixture, ana, verb => verb.RunAsync(new(loan, [new(ConditionCategory.PriorToDocs, "Tax returns")]), Ct))).IsDone);
        var (id, seen) = await organization.SaveAsync(unit => unit.Db.LoanConditions.Select(condition => new ValueTuple<Guid, uint>(condition.Id, condition.Version)).SingleAsync(Ct));
        var terms = new ConditionTerms(ConditionCategory.PriorToDocs, "Tax returns, signed", null);
        Assert.True((await DoAsync<ChangeCondition>(fixture, ana, verb => verb.RunAsync(new(id, seen, terms), Ct))).IsDone);

        Assert.Equal(Refusal.ChangedMeanwhile, (await DoAsync<ChangeCondition>(fixture, ana, verb => verb.RunAsync(new(id, seen, terms with { Text = "Tax returns, all schedules" }), Ct))).Refusal);
        Assert.Equal(Refusal.ChangedMeanwhile, (await DoAsync<MoveCondition>(fixture, ana, verb => verb.RunAsync(new(id, ConditionStatus.Cleared, null, seen), Ct))).Refusal);
        Assert.Equal((ConditionStatus.Open, "Tax returns, signed"), await organization.SaveAsync(unit => unit.Db.LoanConditions.Select(condition => new ValueTuple<ConditionStatus, string>(condition.Status, condition.Text)).SingleAsync(Ct)));
    }

    [Fact]
    public async Task A_request_somebody_changed_meanwhile_stays_as_it_is()
    {
        var (fixture, organization, ana, loan) = await StartAsync();
        var need = new DocumentNeed("Pay stubs", null, Verifies: false, IsRequired: true, FromBorrower: true, new DateOnly(2031, 1, 7), null);
        Assert.True((await DoAsync<RequestDocuments>(fixture, ana, verb => verb.RunAsync(new(loan, [need]), Ct))).IsDone);
        var (id, seen) = await organization.SaveAsync(unit => unit.Db.DocumentRequests.Select(request => new ValueTuple<Guid, uint>(request.Id, request.Version)).SingleAsync(Ct));
        Assert.True((await DoAsync<ChangeRequest>(fixture, ana, verb => verb.RunAsync(new(id, seen, need with { DueOn = new DateOnly(2031, 1, 9) }), Ct))).IsDone);

        Assert.Equal(Refusal.ChangedMeanwhile, (await DoAsync<ChangeRequest>(fixture, ana, verb => verb.RunAsync(new(id, seen, need with { DueOn = new DateOnly(2031, 1, 8) }), Ct))).Refusal);
        Assert.Equal(new DateOnly(2031, 1, 9), await organization.SaveAsync(unit => unit.Db.DocumentRequests.Select(request => request.DueOn).SingleAsync(Ct)));
    }

    [Fact]
    public async Task A_receipt_somebody_noted_meanwhile_stays_as_it_is()
    {
        var (fixture, organization, ana, loan) = await StartAsync();
        var sent = new DateOnly(2026, 11, 2);
        Assert.True((await DoAsync<RecordDisclosure>(fixture, ana, verb => verb.RunAsync(new() { LoanId = loan, Kind = DisclosureKind.LoanEstimate, SentOn = sent, Method = DisclosureMethod.UsMail }, Ct))).IsDone);
        var (id, seen) = await organization.SaveAsync(unit => unit.Db.Disclosures.Select(one => new ValueTuple<Guid, uint>(one.Id, one.Version)).SingleAsync(Ct));
        Assert.True((await DoAsync<ReceiveDisclosure>(fixture, ana, verb => verb.RunAsync(new(id, seen, sent.AddDays(1), "Signed"), Ct))).IsDone);

        Assert.Equal(Refusal.ChangedMeanwhile, (await DoAsync<ReceiveDisclosure>(fixture, ana, verb => verb.RunAsync(new(id, seen, sent.AddDays(2), "Called"), Ct))).Refusal);
        Assert.Equal("Signed", await organization.SaveAsync(unit => unit.Db.Disclosures.Select(one => one.ReceiptEvidence).SingleAsync(Ct)));
    }

    [Fact]
    public async Task A_lock_somebody_extended_meanwhile_is_not_extended_twice()
    {
        var books = await LockBooks.OpenAsync();
        await books.AskAsync();
        await books.LockAsync();
        var seen = (await books.LoanAsync()).LockExpiresOn;
        Assert.True((await books.ExtendAsync(days: 7, seenLast: seen)).IsDone);

        var again = await books.ExtendAsync(days: 7, seenLast: seen);

        Assert.Equal(LockRefusals.MovedMeanwhile(seen!.Value.AddDays(7)), again.Refusal);
        Assert.Equal(seen.Value.AddDays(7), (await books.LoanAsync()).LockExpiresOn);
    }

    private static async Task<(CrmFixture, TestOrganization, TestMember, Guid)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        var organization = await TestOrganization.CreateAsync(fixture);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        return (fixture, organization, ana, await organization.LoanAsync(Milestone.Processing, ana));
    }

    private static async Task<Outcome<Changed>> DoAsync<TVerb>(CrmFixture fixture, TestMember member, Func<TVerb, Task<Outcome<Changed>>> run)
        where TVerb : notnull
    {
        await using var scope = await fixture.AsAsync(member);
        return await run(scope.ServiceProvider.GetRequiredService<TVerb>());
    }
}

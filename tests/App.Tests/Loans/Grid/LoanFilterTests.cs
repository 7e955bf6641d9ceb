using CrmStudio.App.Loans.Views;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Tests.Loans.Grid;

public sealed class LoanFilterTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("stage.is.not-an-id")]
    [InlineData("amount.is.5")]
    [InlineData("lock.within.soon")]
    [InlineData("lock.within.-3")]
    [InlineData("state.is.everything")]
    [InlineData("0.0.5")]
    [InlineData("nonsense")]
    [InlineData("officer.is")]
    public void What_an_address_says_in_other_words_is_left_out(string text) => Assert.Empty(LoanFilter.Parse([text]).Conditions);

    [Fact]
    public void A_view_is_an_address_and_comes_back_from_it()
    {
        var view = new LoanView(
            new LoanFilter([new LoanCondition(LoanField.Officer, LoanOperator.Is, "me"), new LoanCondition(LoanField.Rotting, LoanOperator.Is)], [new LoanCondition(LoanField.Text, LoanOperator.Has, "O'Neil, 5 % | & = more")]),
            LoanSort.Amount, Descending: true, ["borrower", "amount"]);

        var query = view.ToQuery();

        Assert.Equal(query, LoanView.Parse(query).ToQuery());
        Assert.Equal("O'Neil, 5 % | & = more", LoanView.Parse(query).Filter.Groups[1][0].Values[0]);
        Assert.StartsWith("f=officer.is.me|rotting.is&f=text.has.", query, StringComparison.Ordinal);
        Assert.Equal("", LoanView.Everything.ToQuery());
    }

    [Fact]
    public void And_turns_into_or_and_back()
    {
        var filter = LoanFilter.Parse(["officer.is.me", "rotting.is", "lock.within.10"]);

        var or = filter.TurnJoin(filter.Groups[1][0]);
        var back = or.TurnJoin(or.Groups[0][1]);

        Assert.Equal(["officer.is.me|rotting.is", "lock.within.10"], or.ToTexts());
        Assert.Equal(filter.ToTexts(), back.ToTexts());
        Assert.Equal(filter.ToTexts(), filter.TurnJoin(filter.Groups[0][0]).ToTexts());
    }

    [Fact]
    public async Task Every_condition_narrows_to_what_it_says()
    {
        var fixture = await CrmFixture.SharedAsync();
        var organization = await TestOrganization.CreateAsync(fixture);
        var (north, south) = (await organization.TeamAsync("North"), await organization.TeamAsync("South"));
        var below = await organization.TeamAsync("North 2", north);
        var ana = await organization.MemberAsync(BuiltInRole.Admin, "Ana", "Reyes", below);
        var marc = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois", south);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("America/New_York")).Date);
        await organization.LoanAsync(Milestone.Processing, ana, "Ada", 100_000m, loan =>
        {
            loan.Lock(today.AddDays(-20), today.AddDays(5));
            loan.CloseOn(today.AddDays(10));
            loan.Source = "Referral";
        });
        await organization.LoanAsync(Milestone.Lead, marc, "Bob", 500_000m, loan =>
        {
            loan.Lock(today.AddDays(-20), today.AddDays(11));
            loan.CloseOn(today.AddDays(-1));
            loan.SetTerms(loan.Terms() with { Purpose = LoanPurpose.RefinanceCashOut, Product = "VA 30" });
        });
        await organization.LoanAsync(Milestone.Lead, null, "Cid_%", null);
        var funded = await organization.LoanAsync(Milestone.Funding, ana, "Dora", with: loan => loan.Reach(Milestone.Funding, today.AddDays(-90)));
        var ended = await organization.LoanAsync(Milestone.Lead, ana, "Eve");
        await organization.SaveAsync(async unit =>
        {
            var loan = await unit.Db.Loans.Include(l => l.Visits).SingleAsync(l => l.Id == ended, Ct);
            loan.End(await unit.Db.PipelineEndings.FirstAsync(Ct), Guid.Empty, unit.At, "Changed plans");
            return true;
        });
        var lead = await organization.StageAsync(Milestone.Lead);

        await ShowsAsync([], "Ada", "Bob", "Cid_%");
        await ShowsAsync(["state.is.any"], "Ada", "Bob", "Cid_%", "Dora", "Eve");
        await ShowsAsync(["state.is.funded"], "Dora");
        await ShowsAsync(["state.is.ended"], "Eve");
        await ShowsAsync([$"stage.is.{lead}"], "Bob", "Cid_%");
        await ShowsAsync([$"stage.not.{lead}"], "Ada");
        await ShowsAsync(["officer.is.me"], "Ada");
        await ShowsAsync(["officer.not.me"], "Bob", "Cid_%");
        await ShowsAsync([$"officer.is.nobody,{marc.Id}"], "Bob", "Cid_%");
        await ShowsAsync([$"branch.is.{north}"], "Ada");
        await ShowsAsync([$"branch.not.{north}"], "Bob", "Cid_%");
        await ShowsAsync(["amount.min.100000", "amount.max.400000"], "Ada");
        await ShowsAsync(["lock.within.10"], "Ada");
        await ShowsAsync(["closing.within.14"], "Ada");
        await ShowsAsync(["purpose.is.RefinanceCashOut"], "Bob");
        await ShowsAsync(["product.is.VA 30"], "Bob");
        await ShowsAsync(["source.is.Referral"], "Ada");
        await ShowsAsync(["source.not.Referral"], "Bob", "Cid_%");
        await ShowsAsync(["text.has.b"], "Bob");
        await ShowsAsync(["text.has._%25"], "Cid_%");
        await ShowsAsync(["officer.is.me|purpose.is.RefinanceCashOut"], "Ada", "Bob");
        await ShowsAsync(["officer.is.me|purpose.is.RefinanceCashOut", "amount.min.200000"], "Bob");

        async Task ShowsAsync(string[] filter, params string[] borrowers)
        {
            var grid = await fixture.GridAsync(ana, new(LoanFilter.Parse(filter), LoanSort.Borrower, Descending: false));
            Assert.True(grid.Rows.Select(row => row.BorrowerName).SequenceEqual(borrowers), $"{string.Join(" & ", filter)} shows {string.Join(", ", grid.Rows.Select(row => row.BorrowerName))}");
            Assert.Equal(borrowers.Length, grid.Figures!.Count);
        }
    }

    [Fact]
    public async Task Rotting_is_what_the_board_paints_as_rotting()
    {
        var fixture = await CrmFixture.SharedAsync();
        var organization = await TestOrganization.CreateAsync(fixture);
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        await organization.SaveAsync(async unit =>
        {
            var stage = await unit.Db.PipelineStages.SingleAsync(s => s.Milestone == Milestone.Processing, Ct);
            foreach (var days in new[] { 0, 0.5, 1, 1.5, 2 })
                unit.Db.Loans.Add(Loan.Open($"R-{days}", $"Days {days}", stage, null, Guid.Empty, unit.At.AddDays(-stage.RotsAfterDays!.Value - days).AddMinutes(-1)));
            return true;
        });

        Assert.Equal(["Days 1", "Days 1.5", "Days 2"], await fixture.BorrowersAsync(admin, new LoanCondition(LoanField.Rotting, LoanOperator.Is)));
    }
}

using CrmStudio.App.Loans.Watch;
using CrmStudio.App.Loans.Watch.Queries;
using CrmStudio.App.Loans.Watch.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Watch;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Watch;

public sealed class WatchTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_sees_no_amounts_sees_nothing_of_the_watch_and_only_who_keeps_the_sheet_changes_it()
    {
        var bench = await WatchBench.OpenAsync();
        await bench.CompareAsync();
        foreach (var role in (BuiltInRole[])[BuiltInRole.Assistant, BuiltInRole.Viewer, BuiltInRole.SalesRep])
        {
            var member = await bench.Organization.MemberAsync(role, teamId: bench.Team);
            Assert.Equal(Refusal.NotAllowed, (await bench.ListAsync(member)).Refusal);
            Assert.Equal(Refusal.NotAllowed, (await bench.RunAsync<PastLoanQuery, Outcome<PastLoan>>(member, query => query.ReadAsync(bench.LoanId, Ct))).Refusal);
            Assert.Equal(Refusal.NotAllowed, (await bench.RunAsync<EnterValue, Outcome<Changed>>(member, enter => enter.RunAsync(new(bench.LoanId, 1, WatchBench.Today, "x"), Ct))).Refusal);
        }
        Assert.Equal(Refusal.NotAllowed, (await bench.CompareAsync(bench.Officer)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await bench.RunAsync<RateSheetQuery, Outcome<RateSheet>>(bench.Officer, query => query.ReadAsync(Ct))).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await bench.RunAsync<EnterMarketRates, Outcome<Changed>>(bench.Officer, enter => enter.RunAsync([new(MortgageType.Conventional, false, 360, 6, 0, WatchBench.Today)], Ct))).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await bench.RunAsync<SetWatchTerms, Outcome<Changed>>(bench.Officer, set => set.RunAsync(new WatchTerms(), Ct))).Refusal);
    }

    [Fact]
    public async Task Another_officers_or_organizations_past_clients_are_not_found()
    {
        var bench = await WatchBench.OpenAsync();
        await bench.CompareAsync();
        var marc = await bench.Organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois");
        var other = await (await TestOrganization.CreateAsync(bench.Fixture)).MemberAsync(BuiltInRole.Admin);
        foreach (var member in (TestMember[])[marc, other])
        {
            Assert.Empty((await bench.ListAsync(member)).Value!.Rows);
            Assert.Equal(Refusal.NotFound, (await bench.RunAsync<PastLoanQuery, Outcome<PastLoan>>(member, query => query.ReadAsync(bench.LoanId, Ct))).Refusal);
            Assert.Equal(Refusal.NotFound, (await bench.RunAsync<StopWatch, Outcome<Changed>>(member, stop => stop.RunAsync(new(bench.LoanId, true, "x"), Ct))).Refusal);
            Assert.Equal(Refusal.NotFound, (await bench.SaysAsync(true, by: member)).Refusal);
        }
    }

    [Fact]
    public async Task Who_would_gain_and_who_would_not_stand_in_the_list_with_the_reason()
    {
        var bench = await WatchBench.OpenAsync();
        await bench.FundedAsync("Evan Lowe", null, 6.125m);
        await bench.FundedAsync("Ida Stern", null, 5m);
        await bench.Organization.LoanAsync(officer: bench.Officer);   // not funded: not watched

        Assert.Equal(3, (await bench.CompareAsync()).Value);

        var list = (await bench.ListAsync(bench.Officer)).Value!;
        Assert.Equal(["Marisol Whitlock", "Evan Lowe", "Ida Stern"], list.Rows.Select(row => row.Borrower));
        Assert.Equal([WatchVerdict.Gains, WatchVerdict.BreakEvenTooLate, WatchVerdict.RateNotLower], list.Rows.Select(row => row.Verdict));
        Assert.All(list.Rows, row => Assert.NotEmpty(row.Reason));
        Assert.Equal((1, 2, list.Rows[0].Gain), (list.Figures!.Gains, list.Figures.Not, list.Figures.Sum));
        Assert.Equal("Ida Stern", Assert.Single((await bench.ListAsync(bench.Officer, new(PastWho.Not, WatchVerdict.RateNotLower))).Value!.Rows).Borrower);
    }

    [Fact]
    public async Task Every_number_opens_to_the_way_it_was_computed_as_it_was_then()
    {
        var bench = await WatchBench.OpenAsync();
        await bench.CompareAsync();
        var before = await bench.LoanAsync();
        await bench.RatesAsync(5m);   // not compared yet: the old numbers still stand, with their own rate

        var loan = await bench.LoanAsync();

        Assert.Equal(before.Gain, loan.Gain);
        Assert.Equal(loan.Gain, loan.Figures.Single(figure => figure.Key == "gain").Value);
        Assert.Contains("sheet of", loan.Figures.Single(figure => figure.Key == "new-rate").Steps[0].Label, StringComparison.Ordinal);
        Assert.All(loan.Figures, figure => Assert.NotEmpty(figure.Steps));
        Assert.Equal(353_105.16m, loan.Figures.Single(figure => figure.Key == "balance").Value);   // loans.md
    }

    [Fact]
    public async Task What_did_not_change_is_not_written_again()
    {
        var bench = await WatchBench.OpenAsync();
        await bench.CompareAsync();
        var version = await bench.Organization.SaveAsync(unit => unit.Db.WatchResults.Select(result => result.Version).SingleAsync(Ct));

        await bench.CompareAsync();
        Assert.Equal(version, await bench.Organization.SaveAsync(unit => unit.Db.WatchResults.Select(result => result.Version).SingleAsync(Ct)));

        await bench.RatesAsync(6.5m);
        await bench.CompareAsync();
        Assert.NotEqual(version, await bench.Organization.SaveAsync(unit => unit.Db.WatchResults.Select(result => result.Version).SingleAsync(Ct)));
    }

    [Fact]
    public async Task Rates_that_are_too_old_are_compared_with_nothing()
    {
        var bench = await WatchBench.OpenAsync();
        await bench.Organization.SaveAsync(async unit =>
        {
            unit.Db.MarketRates.RemoveRange(await unit.Db.MarketRates.ToListAsync(Ct));
            return true;
        });
        await bench.RatesAsync(5m, daysOld: 15);
        await bench.CompareAsync();

        Assert.Equal(WatchVerdict.RatesTooOld, Assert.Single((await bench.ListAsync(bench.Officer)).Value!.Rows).Verdict);
    }

    [Fact]
    public async Task A_value_counts_at_once_and_undo_takes_both_back()
    {
        var bench = await WatchBench.OpenAsync();
        await bench.CompareAsync();
        var entered = await bench.RunAsync<EnterValue, Outcome<Changed>>(bench.Officer, enter => enter.RunAsync(new(bench.LoanId, 355_000, WatchBench.Today, "Broker’s opinion"), Ct));
        Assert.Equal(WatchVerdict.ValueTooLow, (await bench.LoanAsync()).Verdict);

        Assert.True((await bench.RunAsync<UndoChange, Outcome<string>>(bench.Officer, undo => undo.RunAsync(new(entered.Value!.UndoId), Ct))).IsDone);
        var loan = await bench.LoanAsync();
        Assert.Equal((WatchVerdict.Gains, (decimal?)null), (loan.Verdict, loan.Value));
        Assert.Equal("ValueOn", (await bench.RunAsync<EnterValue, Outcome<Changed>>(bench.Officer, enter => enter.RunAsync(new(bench.LoanId, 355_000, WatchBench.Today.AddDays(1), "x"), Ct))).Refusal?.Field);
    }

    [Fact]
    public async Task A_loan_that_is_gone_is_not_watched_until_somebody_watches_it_again()
    {
        var bench = await WatchBench.OpenAsync();
        await bench.RunAsync<StopWatch, Outcome<Changed>>(bench.Officer, stop => stop.RunAsync(new(bench.LoanId, true, "Sold in the spring"), Ct));
        await bench.CompareAsync();
        Assert.Equal((WatchVerdict.Stopped, "Not watched: Sold in the spring"), (await bench.LoanAsync()) is var loan ? (loan.Verdict, loan.Reason) : default);

        await bench.RunAsync<StopWatch, Outcome<Changed>>(bench.Officer, stop => stop.RunAsync(new(bench.LoanId, false, null), Ct));
        Assert.Equal(WatchVerdict.Gains, (await bench.LoanAsync()).Verdict);
    }

    [Theory]
    [InlineData(PastSort.Gain, true)]
    [InlineData(PastSort.Gain, false)]
    [InlineData(PastSort.Back, false)]
    [InlineData(PastSort.Funded, true)]
    public async Task Windows_of_the_list_follow_on_one_another_and_back(PastSort sort, bool isDescending)
    {
        var bench = await WatchBench.OpenAsync();
        var rates = new[] { 7.75m, 6m, 7.25m, 6.875m, 5m };
        await bench.Organization.SaveAsync(async unit =>
        {
            var stage = await unit.Db.PipelineStages.SingleAsync(s => s.Milestone == Domain.Pipelines.Milestone.Completion, Ct);
            for (var i = 0; i < 119; i++)
            {
                var loan = Loan.Open($"P-{i:000}", $"Client {i:000}", stage, bench.Officer.Id, Guid.Empty, unit.At);
                loan.SetTerms(loan.Terms() with { Amount = 200_000 + i % 40 * 1_000, AppraisedValue = 400_000, MortgageType = i % 9 == 0 ? MortgageType.Other : MortgageType.Conventional, NoteRate = rates[i % 5], TermMonths = 360 });
                loan.Reach(Domain.Pipelines.Milestone.Funding, WatchBench.Today.AddDays(-100 - i % 30));
                unit.Db.Loans.Add(loan);
            }
            return true;
        });
        await bench.CompareAsync();
        var view = new PastView(PastWho.All, Sort: sort, IsDescending: isDescending);

        var all = new List<PastLoanRow>();
        for (PastLoans? window = null; window is not { HasMore: false }; all.AddRange(window.Rows)) window = (await bench.ListAsync(bench.Officer, view, after: all.LastOrDefault())).Value!;

        Assert.Equal(120, all.DistinctBy(row => row.LoanId).Count());
        long Key(PastLoanRow row) => sort switch { PastSort.Gain => row.GainCents, PastSort.Back => row.BreakEvenOrNever, _ => row.FundedOn.DayNumber };
        Assert.Equal(isDescending ? all.Select(Key).OrderDescending() : all.Select(Key).Order(), all.Select(Key));
        Assert.Equal(all[20..70].Select(row => row.LoanId), (await bench.ListAsync(bench.Officer, view, before: all[70])).Value!.Rows.Select(row => row.LoanId));
    }

    [Fact]
    public async Task A_rate_of_a_day_is_corrected_not_entered_twice_and_what_no_lender_sells_is_refused()
    {
        var bench = await WatchBench.OpenAsync();
        await bench.RatesAsync(6.25m);
        await bench.RatesAsync(6.125m);
        var sheet = (await bench.RunAsync<RateSheetQuery, Outcome<RateSheet>>(bench.Admin, query => query.ReadAsync(Ct))).Value!;
        Assert.Equal(6.125m, Assert.Single(sheet.Newest).Rate);
        Assert.Single(sheet.History);

        foreach (var wrong in (RateOffer[])[new(MortgageType.Other, false, 360, 6, 0, WatchBench.Today), new(MortgageType.Fha, true, 360, 6, 0, WatchBench.Today), new(MortgageType.Fha, false, 12, 6, 0, WatchBench.Today), new(MortgageType.Fha, false, 360, 26, 0, WatchBench.Today), new(MortgageType.Fha, false, 360, 6, 0, WatchBench.Today.AddDays(1))])
            Assert.Equal("common.invalid", (await bench.RunAsync<EnterMarketRates, Outcome<Changed>>(bench.Admin, enter => enter.RunAsync([wrong], Ct))).Refusal?.Code);
    }

    [Fact]
    public async Task The_night_comes_once_a_day_and_not_at_noon()
    {
        var bench = await WatchBench.OpenAsync();

        Assert.Equal(0, await bench.NightlyAsync(hour: 12));
        Assert.Equal(0, await bench.NightlyAsync(hour: 0));
        Assert.Equal(1, await bench.NightlyAsync(hour: 2));
        Assert.Equal(0, await bench.NightlyAsync(hour: 3));
        Assert.Equal(1, await bench.NightlyAsync(hour: 26));
    }
}

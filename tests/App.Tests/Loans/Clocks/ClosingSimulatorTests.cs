using Bunit;
using CrmStudio.App.Loans.Clocks.Parts;
using CrmStudio.App.Loans.Clocks.Queries;
using CrmStudio.App.Loans.Clocks.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Clocks;

/// <summary>The closing simulator: what follows from a day that is tried, and what may be planned.</summary>
public sealed class ClosingSimulatorTests : BunitContext
{
    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_day_before_the_earliest_is_too_early_with_its_rule_and_the_earliest_can_be_planned()
    {
        await using var desk = await DeskAsync();
        Outcome<Changed>? saved = null;
        var simulator = Show(desk, outcome => saved = outcome);
        var earliest = desk.View.Clock.EarliestClosing()!.Day;

        Drag(simulator, desk.View, earliest.AddDays(-1));
        Assert.Equal("Too early", Verdict(simulator));
        Assert.Contains("12 CFR 1026.19(e)(1)(iii)(B)", simulator.Find(".alert-bad").TextContent, StringComparison.Ordinal);
        Assert.True(simulator.Find(".sim-acts .btn-primary").HasAttribute("disabled"));
        Assert.Contains(simulator.FindAll("button"), button => button.TextContent == "Ask for an override");

        Drag(simulator, desk.View, earliest);
        Assert.Equal("Lawful", Verdict(simulator));
        Assert.Empty(simulator.FindAll(".alert-bad"));
        await simulator.Find(".sim-acts .btn-primary").ClickAsync(new());
        Assert.True(saved is { IsDone: true }, saved?.Refusal?.Message);
        Assert.Equal(earliest, await desk.Organization.SaveAsync(unit => unit.Db.Loans.Where(loan => loan.Id == desk.Loan).Select(loan => loan.ClosingOn).SingleAsync(Ct)));
    }

    [Fact]
    public async Task Every_date_follows_the_day_that_is_tried_and_opens_to_the_days_counted()
    {
        await using var desk = await DeskAsync();
        var simulator = Show(desk);

        foreach (var ahead in (int[])[9, 16, 23, 30])
        {
            var day = desk.View.Today.AddDays(ahead);
            Drag(simulator, desk.View, day);
            var plan = desk.View.Clock.Plan(day);
            Assert.Equal(plan.Dates.Select(date => date.Key), simulator.FindAll(".sim-rows [data-date]").Select(date => date.GetAttribute("data-date")));
            foreach (var date in plan.Dates.Where(date => date.Day is not null))
                Assert.Equal(new ClosingTable(desk.View.Clock, desk.View.Today, null).Label(date.Day!.Value), simulator.Find($"[data-date='{date.Key}']").TextContent);
            Assert.Equal(plan.Dates.Count(date => date.Count is not null), simulator.FindAll(".sim-rows > li").Count(row => row.QuerySelector(".sim-why .cite") is not null));
        }
    }

    [Fact]
    public async Task What_is_typed_outside_the_track_or_is_no_day_changes_nothing_and_the_way_back_is_one_press()
    {
        await using var desk = await DeskAsync();
        var simulator = Show(desk);
        var start = simulator.Find("[data-sim='closing']").TextContent;

        foreach (var typed in (string[])["2031-01-01", "1999-01-01", "soon", ""])
        {
            simulator.Find(".sim-day input").Change(typed);
            Assert.Equal(start, simulator.Find("[data-sim='closing']").TextContent);
        }
        simulator.Find(".sim-day input").Change($"{desk.View.Today.AddDays(40):yyyy-MM-dd}");
        Assert.NotEqual(start, simulator.Find("[data-sim='closing']").TextContent);
        simulator.FindAll(".sim-acts button").Single(button => button.TextContent.StartsWith("Back to", StringComparison.Ordinal)).Click();
        Assert.Equal(start, simulator.Find("[data-sim='closing']").TextContent);
    }

    [Fact]
    public async Task Who_may_not_change_the_loan_tries_and_plans_nothing()
    {
        await using var desk = await DeskAsync();
        var simulator = Show(desk, view: desk.View with { MayEdit = false, MayAsk = false });

        Drag(simulator, desk.View, desk.View.Today);
        Assert.Equal("Too early", Verdict(simulator));
        Assert.Empty(simulator.FindAll(".sim-acts"));
        Assert.Empty(simulator.FindAll(".alert-bad button"));
    }

    private static string Verdict(IRenderedComponent<ClosingSimulator> simulator) => simulator.Find("[data-sim='verdict']").TextContent;

    private static void Drag(IRenderedComponent<ClosingSimulator> simulator, LoanClockView view, DateOnly to) =>
        simulator.Find("input[type='range']").Change($"{new ClosingTable(view.Clock, view.Today, view.ClosingOn).IndexOf(to)}");

    private IRenderedComponent<ClosingSimulator> Show(Desk desk, Action<Outcome<Changed>>? onSaved = null, LoanClockView? view = null)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(desk.Scope.ServiceProvider.GetRequiredService<PlanClosing>()).AddSingleton(desk.Scope.ServiceProvider.GetRequiredService<RequestOverride>());
        return Render<ClosingSimulator>(parameters => parameters.Add(part => part.View, view ?? desk.View).Add(part => part.LoanId, desk.Loan).Add(part => part.OnSaved, outcome => onSaved?.Invoke(outcome)));
    }

    /// <summary>A purchase whose six pieces came today and whose Loan Estimate was handed over at once.</summary>
    private static async Task<Desk> DeskAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        var organization = await TestOrganization.CreateAsync(fixture);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var loan = await organization.LoanAsync(Milestone.Processing, ana);
        var scope = await fixture.AsAsync(ana);
        Assert.True((await scope.ServiceProvider.GetRequiredService<ReceivePieces>().RunAsync(new(loan, Enum.GetValues<ApplicationPiece>(), null), Ct)).IsDone);
        var query = scope.ServiceProvider.GetRequiredService<LoanClockQuery>();
        var today = (await query.ReadAsync(loan, Ct)).Value!.Today;
        Assert.True((await scope.ServiceProvider.GetRequiredService<RecordDisclosure>().RunAsync(new() { LoanId = loan, Kind = DisclosureKind.LoanEstimate, SentOn = today, Method = DisclosureMethod.InPerson }, Ct)).IsDone);
        return new Desk(organization, scope, loan, (await query.ReadAsync(loan, Ct)).Value!);
    }

    private sealed record Desk(TestOrganization Organization, AsyncServiceScope Scope, Guid Loan, LoanClockView View) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Scope.DisposeAsync();
    }
}

using Bunit;
using CrmStudio.App.Loans.Qualifying.Parts;
using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Qualifying;

namespace CrmStudio.App.Tests.Loans.Qualifying;

public sealed class SheetPartsTests : BunitContext
{
    [Fact]
    public void What_is_no_sum_stays_in_the_cell_and_moves_no_figure()
    {
        var taken = new List<decimal?>();
        var cell = Render<SumCell>(parameters => parameters.Add(part => part.Value, 400m).Add(part => part.ValueChanged, value => taken.Add(value)));

        cell.Find("input").Input("four hundred");

        Assert.Empty(taken);
        Assert.Equal("true", cell.Find("input").GetAttribute("aria-invalid"));
    }

    [Fact]
    public void Every_keystroke_that_is_a_sum_moves_the_figures()
    {
        var taken = new List<decimal?>();
        var cell = Render<SumCell>(parameters => parameters.Add(part => part.ValueChanged, value => taken.Add(value)));

        foreach (var typed in new[] { "4", "41", "412", "412k" }) cell.Find("input").Input(typed);

        Assert.Equal([4, 41, 412, 412_000], taken);
    }

    [Fact]
    public void A_figure_opens_to_its_steps_and_the_last_is_the_figure()
    {
        var sheet = new Worksheet(
            new LoanTerms(361_000, 450_000, 450_000, null, LoanPurpose.Purchase, Occupancy.PrimaryResidence, MortgageType.Conventional, "Conv 30", 360, 6.5m),
            new HousingCosts(), new ClosingFacts(), [], [], []);
        var figures = QualifyingFigures.Of(sheet, new QualifyingRules(new RuleBook(RulePack.Shipped), new DateOnly(2026, 11, 20)), null);
        var panel = Render<FigurePanel>(parameters => parameters.Add(part => part.Figures, figures));

        Assert.Equal("80.22 %", panel.Find("#fig-ltv summary b").TextContent);
        Assert.Contains("81 %", panel.Find("#fig-ltv tbody tr:last-child").TextContent, StringComparison.Ordinal);
        Assert.Equal("needs an income", panel.Find("#fig-back-dti summary .t3").TextContent);
    }
}

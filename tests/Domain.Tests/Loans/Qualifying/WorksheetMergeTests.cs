using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Qualifying;

namespace CrmStudio.Domain.Tests.Loans.Qualifying;

public sealed class WorksheetMergeTests
{
    private static readonly IncomeLine pay = new(Guid.NewGuid(), null, IncomeKind.Base, "Tidewater Boats", 9_000);

    private static readonly Worksheet was = new(
        new LoanTerms(300_000, 400_000, null, null, LoanPurpose.Purchase, null, null, "Conv 30", 360, 6.5m), new HousingCosts(Taxes: 400), new ClosingFacts(), [pay], [], []);

    [Fact]
    public void Two_values_in_one_cell_are_never_settled_silently()
    {
        var result = Merge(was with { Housing = was.Housing with { Taxes = 450 } }, was with { Housing = was.Housing with { Taxes = 500 } });

        Assert.Equal(new WorksheetMerge.Conflict("Housing/Taxes", "450", "500"), Assert.Single(result.Conflicts));
        Assert.Equal(500, result.Sheet.Housing.Taxes);
    }

    [Fact]
    public void A_settled_cell_holds_what_the_person_chose()
    {
        var mine = was with { Housing = was.Housing with { Taxes = 450 } };
        var theirs = was with { Housing = was.Housing with { Taxes = 500 } };

        Assert.Equal(450, WorksheetMerge.Of(was, mine, theirs, new HashSet<string> { "Housing/Taxes" }, new HashSet<string>()).Sheet.Housing.Taxes);
        Assert.Equal(500, WorksheetMerge.Of(was, mine, theirs, new HashSet<string>(), new HashSet<string> { "Housing/Taxes" }).Sheet.Housing.Taxes);
    }

    [Fact]
    public void Different_cells_come_together()
    {
        var other = new IncomeLine(Guid.NewGuid(), null, IncomeKind.Bonus, null, 500);
        var result = Merge(was with { Terms = was.Terms with { NoteRate = 6.375m } }, was with { Housing = was.Housing with { Hazard = 120 }, Incomes = [pay with { Monthly = 9_200 }, other] });

        Assert.Empty(result.Conflicts);
        Assert.Equal((6.375m, 120m, 9_200m), (result.Sheet.Terms.NoteRate, result.Sheet.Housing.Hazard, result.Sheet.Incomes[0].Monthly));
        Assert.Equal(other, result.Sheet.Incomes[1]);
    }

    [Fact]
    public void The_same_change_twice_is_no_conflict()
    {
        var both = was with { Housing = was.Housing with { Taxes = 450 } };

        Assert.Empty(Merge(both, both).Conflicts);
    }

    [Fact]
    public void A_row_that_one_took_away_and_the_other_changed_is_asked_about()
    {
        var changed = was with { Incomes = [pay with { Monthly = 9_500 }] };
        var without = was with { Incomes = [] };
        var row = $"Incomes/{pay.Id}";

        Assert.Equal(row, Assert.Single(Merge(without, changed).Conflicts).Path);
        Assert.Equal(row, Assert.Single(Merge(changed, without).Conflicts).Path);
        Assert.Equal(9_500, Assert.Single(WorksheetMerge.Of(was, changed, without, new HashSet<string> { row }, new HashSet<string>()).Sheet.Incomes).Monthly);
        Assert.Equal(9_500, Assert.Single(WorksheetMerge.Of(was, without, changed, new HashSet<string>(), new HashSet<string> { row }).Sheet.Incomes).Monthly);
        Assert.Empty(WorksheetMerge.Of(was, without, changed, new HashSet<string> { row }, new HashSet<string>()).Sheet.Incomes);
    }

    [Fact]
    public void A_row_that_one_took_away_is_gone() => Assert.Empty(Merge(was with { Incomes = [] }, was).Sheet.Incomes);

    private static WorksheetMerge.Result Merge(Worksheet mine, Worksheet theirs) => WorksheetMerge.Of(was, mine, theirs, new HashSet<string>(), new HashSet<string>());
}

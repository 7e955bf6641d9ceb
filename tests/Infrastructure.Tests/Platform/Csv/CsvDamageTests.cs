using CrmStudio.Infrastructure.Platform.Csv;

namespace CrmStudio.Infrastructure.Tests.Platform.Csv;

public sealed class CsvDamageTests
{
    [Fact]
    public async Task A_quote_that_is_never_closed_costs_its_own_row_only()
    {
        var read = await CsvReading.ReadAsync("a,b,c\n1,2,3\n4,\"Smith,6\n7,8,9\n10,11,12\n");
        Assert.Equal([false, true, false, false], read.Rows.Select(r => r.HasProblems));
        var finding = Assert.Single(read.Rows[1].Findings);
        Assert.Equal((CsvFindingKind.QuoteNotClosed, 3L, 2), (finding.Kind, finding.Line, finding.Column!.Value));
        Assert.Equal(["7", "8", "9"], read.Rows[2].Cells);
        Assert.Equal(4, read.Rows[2].Line);
    }

    [Theory]
    [InlineData("4,\"Smith,6\n7,\"Jones\",9")]
    [InlineData("4,\"Smith,6\n7,\"Jo\"\"n\",9")]
    [InlineData("\"Smith,5,6\n\"7\",8,9")]
    public async Task Quotes_of_the_next_row_do_not_hide_one_that_was_left_open(string rows)
    {
        var read = await CsvReading.ReadAsync($"a,b,c\n{rows}\n10,11,12\n");
        Assert.Equal([(true, 2L), (false, 3L), (false, 4L)], read.Rows.Select(r => (r.HasProblems, r.Line)));
        Assert.Equal("9", read.Rows[1].Cells[2]);
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_on_the_last_line_is_found_too()
    {
        var read = await CsvReading.ReadAsync("a,b\n1,2\n3,\"4");
        Assert.Equal(CsvFindingKind.QuoteNotClosed, Assert.Single(read.Rows[1].Findings).Kind);
    }

    [Fact]
    public async Task Quotes_that_were_not_doubled_are_kept_as_text_with_a_note()
    {
        var read = await CsvReading.ReadAsync("a,b\n\"Robert \"Bob\" Smith\",2\n\"Smith\" Jr,4\n\"x\"\"y\"z,6\n");
        Assert.Equal(["Robert \"Bob\" Smith", "2"], read.Rows[0].Cells);
        Assert.Equal(["Smith Jr", "4"], read.Rows[1].Cells);
        Assert.Equal(["x\"yz", "6"], read.Rows[2].Cells);
        Assert.All(read.Rows, r => Assert.Equal(CsvFindingKind.QuoteNotDoubled, Assert.Single(r.Findings).Kind));
        Assert.All(read.Rows, r => Assert.False(r.HasProblems));
    }

    [Theory]
    [InlineData("1,2", 2)]
    [InlineData("1,2,3,4", 4)]
    public async Task A_row_with_the_wrong_number_of_cells_says_both_numbers(string row, int count)
    {
        var read = await CsvReading.ReadAsync($"a,b,c\n{row}\n1,2,3\n");
        var finding = Assert.Single(read.Rows[0].Findings);
        Assert.StartsWith($"The row has {count} cells, the header has 3.", finding.Message);
        Assert.Equal(3, read.Rows[0].Cells.Count);
        Assert.False(read.Rows[1].HasProblems);
    }

    [Fact]
    public async Task Empty_cells_past_the_last_column_are_nothing_to_talk_about()
    {
        var read = await CsvReading.ReadAsync("a,b\n1,2,,\n");
        Assert.Empty(read.RowFindings);
        Assert.Equal(["1", "2"], read.Rows[0].Cells);
    }

    [Theory]
    [InlineData("=1+1", true)]
    [InlineData("=HYPERLINK(\"http://x\")", true)]
    [InlineData("@SUM(A1)", true)]
    [InlineData("+cmd|' /C calc'!A0", true)]
    [InlineData("-2+3+cmd|' /C calc'!A0", true)]
    [InlineData("＝1+1", true)]
    [InlineData("+1 (555) 010-2030", false)]
    [InlineData("-125.50", false)]
    [InlineData("(125.50)", false)]
    [InlineData("@ada", false)]
    [InlineData("-- call back", false)]
    public async Task A_formula_keeps_its_row_from_being_taken_a_value_does_not(string cell, bool isFormula)
    {
        var read = await CsvReading.ReadAsync($"a,b\n\"{cell.Replace("\"", "\"\"")}\",2\n");
        Assert.Equal(isFormula, read.Rows[0].HasProblems);
        if (isFormula) Assert.Equal((CsvFindingKind.Formula, 1), (read.Rows[0].Findings[0].Kind, read.Rows[0].Findings[0].Column!.Value));
    }
}

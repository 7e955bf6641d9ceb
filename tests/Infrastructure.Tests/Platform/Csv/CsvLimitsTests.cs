using System.Text;
using CrmStudio.Infrastructure.Platform.Csv;

namespace CrmStudio.Infrastructure.Tests.Platform.Csv;

public sealed class CsvLimitsTests
{
    [Fact]
    public async Task A_cell_over_32_KB_costs_its_row_and_one_at_the_limit_is_read()
    {
        var atLimit = new string('x', 32 * 1024);
        foreach (var quote in new[] { "", "\"" })
        {
            var read = await CsvReading.ReadAsync($"a,b,c\n1,{quote}{atLimit}{quote},3\n4,{quote}{atLimit}y{quote},6\n7,8,9\n");
            Assert.Equal([false, true, false], read.Rows.Select(r => r.HasProblems));
            Assert.Equal(atLimit, read.Rows[0].Cells[1]);
            var finding = Assert.Single(read.Rows[1].Findings);
            Assert.Equal((CsvFindingKind.CellTooLong, 3L, 2), (finding.Kind, finding.Line, finding.Column!.Value));
            Assert.Contains("32,768", finding.Message);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"")]
    public async Task A_cell_of_10_MB_costs_its_row_only(string quote)
    {
        var read = await CsvReading.ReadAsync($"a,b,c\n1,2,3\n4,{quote}{new string('x', 10_000_000)}{quote},6\n7,8,9\n");
        Assert.Equal([false, true, false], read.Rows.Select(r => r.HasProblems));
        Assert.Equal(CsvFindingKind.CellTooLong, Assert.Single(read.Rows[1].Findings).Kind);
        Assert.Equal(4, read.Rows[2].Line);
    }

    [Fact]
    public async Task A_header_with_more_than_500_columns_is_refused()
    {
        var fits = string.Join(',', Enumerable.Range(1, 500).Select(i => $"c{i}"));
        Assert.Null(await CsvReading.RefusalOfAsync(Encoding.UTF8.GetBytes(fits + "\n")));
        Assert.Equal("csv.too-many-columns", await CsvReading.RefusalOfAsync(Encoding.UTF8.GetBytes(fits + ",one more\n")));
        Assert.Equal("csv.too-many-columns", await CsvReading.RefusalOfAsync(Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Repeat("c", 10_000)) + "\n")));
    }

    [Fact]
    public async Task A_row_with_more_than_500_cells_costs_itself_only()
    {
        var read = await CsvReading.ReadAsync($"a,b\n{string.Join(',', Enumerable.Repeat("x", 10_000))}\n1,2\n");
        Assert.Equal(CsvFindingKind.TooManyColumns, Assert.Single(read.Rows[0].Findings).Kind);
        Assert.False(read.Rows[1].HasProblems);
    }

    [Fact]
    public async Task A_row_over_1_MB_costs_itself_only()
    {
        var cells = Enumerable.Repeat(new string('x', 30_000), 40).ToArray();
        var header = string.Join(',', Enumerable.Range(1, 40).Select(i => $"c{i}"));
        var read = await CsvReading.ReadAsync($"{header}\n{string.Join(',', cells)}\n{string.Join(',', Enumerable.Repeat("y", 40))}\n");
        Assert.Equal(CsvFindingKind.RowTooLong, Assert.Single(read.Rows[0].Findings).Kind);
        Assert.False(read.Rows[1].HasProblems);
    }

    [Fact]
    public async Task Reading_stops_after_250000_rows_and_says_so()
    {
        var rows = Enumerable.Repeat<ReadOnlyMemory<byte>>("1,2\n"u8.ToArray(), 250_000);
        var fits = await CsvReading.ReadAsync(new GeneratedStream(["a,b\n"u8.ToArray(), .. rows]));
        Assert.Equal((250_000, true), (fits.Rows.Count, fits.File.Stopped is null));

        var tooMany = await CsvReading.ReadAsync(new GeneratedStream(["a,b\n"u8.ToArray(), .. rows, "3,4\n"u8.ToArray()]));
        Assert.Equal(250_000, tooMany.Rows.Count);
        Assert.Equal((CsvFindingKind.TooManyRows, 250_002L), (tooMany.File.Stopped!.Kind, tooMany.File.Stopped.Line));
        Assert.Contains("250,000", tooMany.File.Stopped.Message);
    }

    [Fact]
    public async Task Reading_stops_after_64_MB_and_leaves_the_cut_row_out()
    {
        var line = Encoding.UTF8.GetBytes($"1,{new string('x', 1000)}\n");
        var lines = (64 * 1024 * 1024 / line.Length) + 2;
        var read = await CsvReading.ReadAsync(new GeneratedStream(["a,b\n"u8.ToArray(), .. Enumerable.Repeat<ReadOnlyMemory<byte>>(line, lines)]));
        Assert.Equal(CsvFindingKind.FileTooLarge, read.File.Stopped!.Kind);
        Assert.Contains("64 MB", read.File.Stopped.Message);
        Assert.Equal(lines - 2, read.Rows.Count);
        Assert.All(read.Rows, r => Assert.Empty(r.Findings));
    }

    [Fact]
    public async Task A_file_of_exactly_the_limit_is_read_to_its_end()
    {
        var read = await CsvReading.ReadAsync("a,b\n1,2\n3,4\n", new CsvLimits { FileBytes = 12 });
        Assert.Equal((2, true), (read.Rows.Count, read.File.Stopped is null));
        var cut = await CsvReading.ReadAsync("a,b\n1,2\n3,45\n", new CsvLimits { FileBytes = 11 });
        Assert.Equal((1, CsvFindingKind.FileTooLarge), (cut.Rows.Count, cut.File.Stopped!.Kind));
    }

    [Fact]
    public async Task A_column_name_over_200_characters_is_cut()
    {
        var read = await CsvReading.ReadAsync($"{new string('n', 200)},{new string('m', 201)}\n1,2\n");
        Assert.Equal([200, 200], read.File.Columns.Select(c => c.Length));
        Assert.Equal((CsvFindingKind.HeaderTooLong, 2), (Assert.Single(read.File.Findings).Kind, read.File.Findings[0].Column!.Value));
    }

    [Fact]
    public async Task A_file_made_of_open_quotes_is_read_in_a_breath()
    {
        var started = TimeProvider.System.GetTimestamp();
        var read = await CsvReading.ReadAsync(new GeneratedStream(["a\n"u8.ToArray(), .. Enumerable.Repeat<ReadOnlyMemory<byte>>("\"x\"\"\n"u8.ToArray(), 240_000)]));
        Assert.Equal(240_000, read.Rows.Count);
        Assert.All(read.Rows, r => Assert.True(r.HasProblems));
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(10));
    }
}

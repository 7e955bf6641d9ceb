using System.Text;
using CrmStudio.Infrastructure.Platform.Csv;

namespace CrmStudio.Infrastructure.Tests.Platform.Csv;

public sealed class CsvFileTests
{
    [Theory]
    [InlineData("", "csv.empty")]
    [InlineData("\r\n\r\n   \n", "csv.empty")]
    [InlineData("%PDF-1.7 something", "csv.not-text")]
    [InlineData("PK\u0003\u0004 a workbook", "csv.workbook")]
    [InlineData("\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0001\u0002 binary", "csv.not-text")]
    public async Task A_file_that_is_no_csv_is_refused_by_name(string text, string code) =>
        Assert.Equal(code, await CsvReading.RefusalOfAsync(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public async Task The_separator_is_found_out(char separator)
    {
        var text = string.Join('\n', ["Loan number,Borrower,Note", "1001,\"Ada, Lovelace; and|so\ton\",x", "1002,Bo,y"]);
        text = separator == ',' ? text : text.Replace("1001,", "1001" + separator).Replace("number,", "number" + separator)
            .Replace("Borrower,", "Borrower" + separator).Replace("\",x", "\"" + separator + "x").Replace("1002,Bo,", $"1002{separator}Bo{separator}");
        var read = await CsvReading.ReadAsync(text);

        Assert.Equal(separator, read.File.Separator);
        Assert.Equal(["Loan number", "Borrower", "Note"], read.File.Columns);
        Assert.Equal(["1001", "Ada, Lovelace; and|so\ton", "x"], read.Rows[0].Cells);
        Assert.Equal(2, read.Rows.Count);
    }

    [Fact]
    public async Task Excels_own_separator_line_is_obeyed_and_left_out()
    {
        var read = await CsvReading.ReadAsync("sep=;\r\na,b;c\r\n1,2;3\r\n");
        Assert.Equal(["a,b", "c"], read.File.Columns);
        Assert.Equal(["1,2", "3"], read.Rows[0].Cells);
        Assert.Equal(3, read.Rows[0].Line);
    }

    [Fact]
    public async Task Amounts_with_a_decimal_comma_do_not_make_the_comma_the_separator()
    {
        var read = await CsvReading.ReadAsync("name;amount\nAda;1,5\nBo;2,25\n");
        Assert.Equal(["Ada", "1,5"], read.Rows[0].Cells);
    }

    [Fact]
    public async Task All_kinds_of_line_breaks_may_be_mixed_and_lines_are_counted_right()
    {
        var read = await CsvReading.ReadAsync("a,b\r1,2\n3,\"4\r\nstill 4\"\r\n\r\n,\n5,6");
        Assert.Equal([2L, 3L, 7L], read.Rows.Select(r => r.Line));
        Assert.Equal(["3", "4\nstill 4"], read.Rows[1].Cells);
        Assert.Equal(["5", "6"], read.Rows[2].Cells);
    }

    [Fact]
    public async Task Quoted_cells_keep_separators_doubled_quotes_and_line_breaks()
    {
        var read = await CsvReading.ReadAsync("a,b\n\"x, \"\"y\"\"\nz\",\"\"\n \"spaced\" ,plain 5'10\" tall\n");
        Assert.Equal(["x, \"y\"\nz", ""], read.Rows[0].Cells);
        Assert.Equal(["spaced", "plain 5'10\" tall"], read.Rows[1].Cells);
        Assert.Empty(read.RowFindings);
    }

    [Fact]
    public async Task Every_text_comes_out_composed_and_trimmed()
    {
        var read = await CsvReading.ReadAsync("name,city\n\u00A0Jose\u0301 , Zu\u0308rich\n");
        Assert.Equal(["José", "Zürich"], read.Rows[0].Cells);
    }

    [Fact]
    public async Task Leading_zeros_saved_the_Excel_way_are_taken_as_text()
    {
        var read = await CsvReading.ReadAsync("zip,name\n\"=\"\"02134\"\"\",Ada\n=\"00001\",Bo\n");
        Assert.Equal("02134", read.Rows[0].Cells[0]);
        Assert.Equal("00001", read.Rows[1].Cells[0]);
        Assert.Empty(read.RowFindings);
    }

    [Fact]
    public async Task Repeated_and_empty_headers_are_reported_and_told_apart()
    {
        var read = await CsvReading.ReadAsync("Phone,phone,,\"Phone\",Phone (2)\n1,2,3,4,5\n");
        Assert.Equal(["Phone", "phone (2)", "Column 3", "Phone (3)", "Phone (2) (2)"], read.File.Columns);
        Assert.Equal(
            [(2, CsvFindingKind.HeaderRepeated), (3, CsvFindingKind.HeaderEmpty), (4, CsvFindingKind.HeaderRepeated), (5, CsvFindingKind.HeaderRepeated)],
            read.File.Findings.Select(f => (f.Column!.Value, f.Kind)));
        Assert.False(read.Rows[0].HasProblems);
    }

    [Fact]
    public async Task A_file_is_read_the_same_in_whatever_pieces_it_arrives()
    {
        var text = string.Concat(Enumerable.Range(0, 400).Select(i => $"{i},\"line one\r\nline \"\"two\"\" é € 😀\",{new string('x', i % 97)}\r\n"));
        var bytes = Encoding.UTF8.GetBytes("a,b,c\r\n" + text);
        var whole = await CsvReading.ReadAsync(bytes);
        Assert.Equal(400, whole.Rows.Count);
        foreach (var piece in new[] { 1, 2, 3, 7, 1021 })
        {
            var read = await CsvReading.ReadAsync(new TricklingStream(bytes, piece));
            Assert.Equal(whole.Rows.Select(r => (r.Line, string.Join('\u0001', r.Cells))), read.Rows.Select(r => (r.Line, string.Join('\u0001', r.Cells))));
        }
    }
}

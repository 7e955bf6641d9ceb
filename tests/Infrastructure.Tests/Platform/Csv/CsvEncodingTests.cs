using System.Text;
using CrmStudio.Infrastructure.Platform.Csv;

namespace CrmStudio.Infrastructure.Tests.Platform.Csv;

public sealed class CsvEncodingTests
{
    private const string Sample = "Name,City\r\nJosé Núñez,Zürich €\r\nBo 😀,東京\r\n";

    public static TheoryData<string, bool> Encodings => new()
    {
        { "utf-8", true }, { "utf-8", false }, { "utf-16", true }, { "utf-16", false }, { "utf-16BE", true }, { "utf-16BE", false }, { "utf-32", true },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task The_encoding_is_found_with_and_without_a_mark(string name, bool withMark)
    {
        var encoding = Encoding.GetEncoding(name);
        var sample = withMark ? Sample : Sample.Replace("東京", "Paris");
        byte[] bytes = [.. withMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(sample)];
        var read = await CsvReading.ReadAsync(bytes);

        Assert.Equal(["Name", "City"], read.File.Columns);
        Assert.Equal(["José Núñez", "Zürich €"], read.Rows[0].Cells);
        Assert.Equal(["Bo 😀", withMark ? "東京" : "Paris"], read.Rows[1].Cells);
        Assert.Equal(name == "utf-8" ? 0 : 1, read.File.Findings.Count(f => f.Kind == CsvFindingKind.OtherEncoding));
        Assert.Empty(read.RowFindings);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_are_read_as_Windows_1252_and_said_so()
    {
        byte[] bytes = [.. "Name,Note\nJos"u8, 0xE9, .. ","u8, 0x80, .. "5 "u8, 0x93, .. "ok"u8, 0x94, .. "\nZoë,ok\n"u8];
        var read = await CsvReading.ReadAsync(bytes);

        Assert.Equal(["José", "€5 “ok”"], read.Rows[0].Cells);
        Assert.Equal("Zoë", read.Rows[1].Cells[0]);
        Assert.Contains("4 characters", Assert.Single(read.File.Findings).Message);
        Assert.False(read.Rows[0].HasProblems);
    }

    [Fact]
    public async Task Bytes_that_mean_nothing_anywhere_keep_their_row_from_being_taken()
    {
        byte[] bytes = [.. "Name,Note\nJos"u8, 0x81, .. ",x\nBo,y\n"u8];
        var read = await CsvReading.ReadAsync(bytes);
        Assert.Equal((CsvFindingKind.UnreadableCharacters, 2L, 1), (read.Rows[0].Findings[0].Kind, read.Rows[0].Findings[0].Line, read.Rows[0].Findings[0].Column!.Value));
        Assert.False(read.Rows[1].HasProblems);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_is_reported_not_thrown()
    {
        byte[] bytes = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Name,Note\nA"), 0x00, 0xD8, .. Encoding.Unicode.GetBytes(",x\n")];
        var read = await CsvReading.ReadAsync(bytes);
        Assert.True(read.Rows[0].HasProblems);
        Assert.Equal("A\uFFFD", read.Rows[0].Cells[0]);
    }

    [Fact]
    public async Task NUL_bytes_and_direction_marks_are_taken_out_with_a_note()
    {
        var read = await CsvReading.ReadAsync("Name,Note\nA\0da\u202Egpj.exe,x\u200B\nBo,\u200Dok👩‍💻\n");
        Assert.Equal(["Adagpj.exe", "x"], read.Rows[0].Cells);
        Assert.Equal([1, 2], read.Rows[0].Findings.Select(f => f.Column!.Value));
        Assert.All(read.Rows[0].Findings, f => Assert.Equal(CsvFindingKind.HiddenCharactersRemoved, f.Kind));
        Assert.False(read.Rows[0].HasProblems);
        Assert.Equal("\u200Dok👩‍💻", read.Rows[1].Cells[1]);
    }

    [Fact]
    public async Task Text_smuggled_in_tag_letters_is_taken_out()
    {
        var read = await CsvReading.ReadAsync("Name\nAda" + char.ConvertFromUtf32(0xE0041) + char.ConvertFromUtf32(0xE0042) + "\n");
        Assert.Equal("Ada", read.Rows[0].Cells[0]);
    }
}

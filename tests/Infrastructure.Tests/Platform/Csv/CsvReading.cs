using System.Text;
using CrmStudio.Infrastructure.Platform.Csv;

namespace CrmStudio.Infrastructure.Tests.Platform.Csv;

/// <summary>Reads a whole text or byte array, for tests.</summary>
internal static class CsvReading
{
    public sealed record Result(CsvFile File, List<CsvRow> Rows)
    {
        public IEnumerable<CsvFinding> RowFindings => Rows.SelectMany(r => r.Findings);
    }

    public static Task<Result> ReadAsync(string text, CsvLimits? limits = null) => ReadAsync(Encoding.UTF8.GetBytes(text), limits);

    public static Task<Result> ReadAsync(byte[] bytes, CsvLimits? limits = null) => ReadAsync(new MemoryStream(bytes), limits);

    public static async Task<Result> ReadAsync(Stream stream, CsvLimits? limits = null)
    {
        var opened = await CsvFile.OpenAsync(stream, limits ?? CsvLimits.Default, null, TestContext.Current.CancellationToken);
        Assert.True(opened.IsDone, opened.Refusal?.Message);
        var rows = new List<CsvRow>();
        await foreach (var row in opened.Value!.ReadRowsAsync(TestContext.Current.CancellationToken)) rows.Add(row);
        return new Result(opened.Value, rows);
    }

    public static async Task<string?> RefusalOfAsync(byte[] bytes, CsvLimits? limits = null)
    {
        var opened = await CsvFile.OpenAsync(new MemoryStream(bytes), limits ?? CsvLimits.Default, null, TestContext.Current.CancellationToken);
        return opened.Refusal?.Code;
    }
}

using System.Diagnostics;
using CrmStudio.Infrastructure.Platform.Csv;

namespace CrmStudio.Infrastructure.Tests.Platform.Csv;

public sealed class CsvCorpusTests
{
    private const string HardLimit = "DOTNET_GCHeapHardLimit";

    [Fact]
    public async Task Every_malformed_file_ends_in_a_report_about_its_rows()
    {
        var (files, rows, problems) = (0, 0, 0);
        foreach (var (name, pieces) in MalformedFiles.All())
        {
            files++;
            await using var stream = new GeneratedStream(pieces);
            var opened = await CsvFile.OpenAsync(stream, CsvLimits.Default, null, TestContext.Current.CancellationToken);
            if (!opened.IsDone)
            {
                Assert.False(string.IsNullOrWhiteSpace(opened.Refusal.Message), name);
                continue;
            }

            var lastLine = 0L;
            await foreach (var row in opened.Value.ReadRowsAsync(TestContext.Current.CancellationToken))
            {
                rows++;
                if (row.HasProblems) problems++;
                Assert.True(row.Line > lastLine, $"{name}: line {row.Line} after {lastLine}");
                Assert.Equal(opened.Value.Columns.Count, row.Cells.Count);
                foreach (var cell in row.Cells) Check(cell, name);
                foreach (var finding in row.Findings)
                {
                    Assert.Equal(row.Line, finding.Line);
                    Assert.False(string.IsNullOrWhiteSpace(finding.Message), name);
                }
                lastLine = row.Line;
            }
            Assert.Equal(opened.Value.Columns.Count, opened.Value.Columns.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        }

        Assert.True(files >= 500, $"{files} files");
        Assert.True(problems > 1_000, $"{problems} of {rows} rows");
    }

    /// <summary>The whole corpus again, in a process whose heap cannot grow past 64 MB, test runner included: it dies if the reader hoards.</summary>
    [Fact]
    public async Task The_whole_corpus_is_read_within_64_MB()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable(HardLimit) is not null, "This is the small process.");
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true,
            Environment = { [HardLimit] = "0x4000000", ["DOTNET_gcServer"] = "0" },
            ArgumentList = { "--filter-class", typeof(CsvCorpusTests).FullName!, "--results-directory", Path.Combine(Path.GetTempPath(), $"csv-corpus-{Environment.ProcessId}") },
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet") start.ArgumentList.Insert(0, typeof(CsvCorpusTests).Assembly.Location);
        using var small = Process.Start(start)!;
        var output = await small.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await small.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(small.ExitCode == 0, output);
        Assert.Contains("succeeded: 1", output);
    }

    private static void Check(string cell, string name)
    {
        Assert.True(cell.Length <= CsvLimits.Default.CellChars, name);
        Assert.True(cell.IsNormalized(), name);
        Assert.False(cell.AsSpan().ContainsAny('\0', '\u202E', '\u2066'), name);
    }
}

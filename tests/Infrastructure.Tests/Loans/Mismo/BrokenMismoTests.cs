using System.Diagnostics;
using System.Globalization;
using CrmStudio.Infrastructure.Loans.Mismo;
using CrmStudio.Testing.Mismo;

namespace CrmStudio.Infrastructure.Tests.Loans.Mismo;

public sealed class BrokenMismoTests
{
    private const long MostBytes = 64 * 1024 * 1024, MostOfRefused = 16 * 1024 * 1024;   // allocated in all, not held at once
    private const string ThreadCpu = "/proc/thread-self/schedstat";
    private const int MostTries = 8;
    private static readonly TimeSpan mostCpu = TimeSpan.FromMilliseconds(50), mostCpuOfRead = TimeSpan.FromMilliseconds(200);   // read whole: up to 20,000 elements
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(10);

    [Fact]
    public void Of_more_than_two_hundred_broken_files_each_is_refused_by_name_or_reported_by_place()
    {
        Assert.InRange(BrokenMismo.All.Count, 200, 1_000);
        var (wrong, slowest, largest) = (new List<string>(), TimeSpan.Zero, 0L);
        MismoFiles.Read(MismoSamples.Text(MismoSamples.Names[0]));   // so that no file pays for the first time
        foreach (var sent in BrokenMismo.All)
        {
            var (started, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
            var read = MismoFiles.Read(sent.Bytes);
            var (took, bytes) = (Stopwatch.GetElapsedTime(started), GC.GetAllocatedBytesForCurrentThread() - before);
            (slowest, largest) = (took > slowest ? took : slowest, Math.Max(bytes, largest));
            if (took > patience || bytes > (read.IsDone ? MostBytes : MostOfRefused)) wrong.Add($"{sent.Name}: {took}, {bytes:N0} bytes");
            if (read.Refusal?.Code != sent.Refusal) wrong.Add($"{sent.Name}: {read.Refusal?.Code ?? "read"}, not {sent.Refusal ?? "read"}");
            if (read.Value is { } result && sent.Reported is { } told && !result.Losses.Any(loss => loss.Path.EndsWith(told, StringComparison.Ordinal) || loss.Why?.Contains(told, StringComparison.Ordinal) is true))
                wrong.Add($"{sent.Name}: “{told}” is not on the report");
        }
        TestContext.Current.SendDiagnosticMessage($"{BrokenMismo.All.Count} broken files; the slowest took {slowest.TotalMilliseconds:0} ms, the largest {largest / 1024.0 / 1024:0.0} MB");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>
    /// Processor time of this thread alone, the least of some tries: what else the machine does, and what a first run compiles, does not count.
    /// What is refused is refused within fifty milliseconds; a file of thousands of lines that is merely odd is read.
    /// </summary>
    [Fact]
    public void No_file_that_is_refused_takes_more_than_fifty_milliseconds_of_the_processor()
    {
        if (!File.Exists(ThreadCpu)) Assert.Skip("There is no /proc that tells the processor time of a thread.");
        var slow = new List<string>();
        var slowest = (Name: "", Took: TimeSpan.Zero);
        foreach (var sent in BrokenMismo.All)
        {
            var (least, most) = (TimeSpan.MaxValue, sent.Refusal is null ? mostCpuOfRead : mostCpu);
            for (var again = 0; again < MostTries && least > most; again++) least = Least(least, CpuOf(sent.Bytes));
            if (least > slowest.Took) slowest = (sent.Name, least);
            if (least > most) slow.Add($"{sent.Name}: {least.TotalMilliseconds:0.0} ms");
        }
        TestContext.Current.SendDiagnosticMessage($"the most processor time: {slowest.Took.TotalMilliseconds:0.0} ms for “{slowest.Name}”");
        Assert.True(slow.Count == 0, string.Join('\n', slow));

        static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
    }

    [Fact]
    public void An_application_with_bytes_gone_wrong_is_refused_or_read_and_never_a_fault()
    {
        var dice = new Random(42);
        foreach (var whole in MismoSamples.Names.Select(name => System.Text.Encoding.UTF8.GetBytes(MismoSamples.Text(name))))
            for (var round = 0; round < 40; round++)
            {
                var bytes = whole.ToArray();
                for (var hits = dice.Next(1, 6); hits > 0; hits--) bytes[dice.Next(bytes.Length)] = (byte)dice.Next(256);
                if (MismoFiles.Read(bytes).Refusal is { } refusal) Assert.StartsWith("mismo.", refusal.Code, StringComparison.Ordinal);
            }
    }

    [Fact]
    public void A_refusal_names_the_place()
    {
        var text = MismoSamples.Text("two-borrowers");
        var line = text[..text.IndexOf("</ASSETS>", StringComparison.Ordinal)].Count(letter => letter == '\n') + 1;

        Assert.Contains($"line {line},", Refused(text.Replace("</ASSETS>", "</ASSET>", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.StartsWith("Line 2 declares", Refused("<?xml version=\"1.0\"?>\n<!DOCTYPE MESSAGE><MESSAGE/>"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_limit_is_a_number_that_is_kept()
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(MismoSamples.Text("two-borrowers"));

        Assert.Null(MismoFiles.Read(bytes).Refusal);
        Assert.Equal("mismo.too-large", Limited(new() { FileBytes = bytes.Length - 1 }));
        Assert.Equal("mismo.too-deep", Limited(new() { Depth = 10 }));
        Assert.Equal("mismo.too-many", Limited(new() { Elements = 100 }));
        Assert.Equal("mismo.tag-too-long", Limited(new() { TagChars = 100 }));
        Assert.Equal("mismo.slow", Limited(new() { Time = TimeSpan.Zero }));
        Assert.Contains(MismoFiles.Read(bytes, new() { TextChars = 5 }).Value!.Losses, loss => loss.Why == "is longer than any value of an application");

        string? Limited(MismoLimits limits) => MismoFiles.Read(bytes, limits).Refusal?.Code;
    }

    [Fact]
    public void Reading_can_be_given_up()
    {
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(MismoSamples.Text("two-borrowers")));

        Assert.Throws<OperationCanceledException>(() => new MismoReader(TimeProvider.System).Read(content, MismoLimits.Default, new CancellationToken(canceled: true)));
    }

    private static TimeSpan CpuOf(byte[] bytes)
    {
        var before = OnCpu();
        MismoFiles.Read(bytes);
        return OnCpu() - before;
    }

    // The first number: nanoseconds this thread has spent on a processor.
    private static TimeSpan OnCpu() => TimeSpan.FromMicroseconds(long.Parse(File.ReadAllText(ThreadCpu).Split(' ')[0], CultureInfo.InvariantCulture) / 1000.0);

    private static string Refused(string text) => MismoFiles.Read(System.Text.Encoding.UTF8.GetBytes(text)).Refusal!.Message;
}

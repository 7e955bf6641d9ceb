using System.Diagnostics;

namespace CrmStudio.Load.Measuring;

/// <summary>Blocks of ours and of the anchor in turn, A B A B, so that both meet the same noise.</summary>
public sealed record Pairs(Sample Ours, Sample Anchor, Sample Ratios)
{
    private const int Fewest = 10;

    /// <param name="pairs">How many.</param>
    /// <param name="ours">One block of ours.</param>
    /// <param name="anchor">One block of the anchor.</param>
    public static async Task<Pairs> RunAsync(int pairs, Func<Task<double>> ours, Func<Task<double>> anchor)
    {
        await ours();
        await anchor();
        var (mine, theirs) = (new List<double>(), new List<double>());
        for (var i = 0; i < pairs; i++)
        {
            mine.Add(await ours());
            theirs.Add(await anchor());
        }
        return new(new(mine), new(theirs), new(mine.Zip(theirs, (a, b) => a / b)));
    }

    /// <summary>As many calls as fit into about twice as many milliseconds as the most there are, so that a block of slow calls does not last for minutes.</summary>
    public static async Task<int> BlockAsync(int most, Func<Task> call)
    {
        const int tried = 5;
        for (var i = 0; i < tried; i++) await call();
        var each = await PerCallAsync(tried, call);
        return (int)Math.Clamp(most * 2 / each, Fewest, most);
    }

    /// <summary>Milliseconds per call in a block of calls.</summary>
    public static async Task<double> PerCallAsync(int calls, Func<Task> call)
    {
        var from = Stopwatch.GetTimestamp();
        for (var i = 0; i < calls; i++) await call();
        return Stopwatch.GetElapsedTime(from).TotalMilliseconds / calls;
    }

    /// <summary>Milliseconds of each call in a block of calls.</summary>
    public static async Task<List<double>> EachCallAsync(int calls, Func<Task> call)
    {
        var all = new List<double>(calls);
        for (var i = 0; i < calls; i++)
        {
            var from = Stopwatch.GetTimestamp();
            await call();
            all.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        }
        return all;
    }
}

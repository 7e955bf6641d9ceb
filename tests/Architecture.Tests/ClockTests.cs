using System.Text.RegularExpressions;

namespace CrmStudio.Architecture.Tests;

public sealed partial class ClockTests
{
    private static IEnumerable<Mention> Everything => House.Floors.Append(House.Migrations).SelectMany(Blueprint.Of);

    [Fact]
    public void Nobody_reads_the_system_clock()
    {
        string[] clocks =
        [
            "DateTime.get_Now", "DateTime.get_UtcNow", "DateTime.get_Today", "DateTimeOffset.get_Now", "DateTimeOffset.get_UtcNow",
            "TimeZoneInfo.get_Local", "Environment.get_TickCount", "Environment.get_TickCount64",
        ];
        House.None(Everything.Where(mention => clocks.Contains(mention.Member)));
    }

    [Fact]
    public void The_real_clock_is_handed_out_in_three_places()
    {
        string[] places = ["PlatformSetup", "Startup", "Migrator"];   // to the services, and before there are any to the demo and to the rules
        House.None(Everything.Where(mention => mention.Member == "TimeProvider.get_System" && !places.Contains(mention.By.Name)));
    }

    [Fact]
    public void Nobody_asks_the_database_for_the_time()
    {
        var askers = House.Sources("src", ".cs").Concat(House.Sources("migrations", ".cs")).Where(source => DatabaseClock().IsMatch(source.Text));
        House.None(askers.Select(source => source.Path));
    }

    [Fact]
    public void Nobody_blocks_a_thread_until_a_task_ends()
    {
        var blockers = Everything.Where(mention => mention.Member is "Task`1.get_Result" or "ValueTask`1.get_Result" or "Task.Wait" or "Task.WaitAll" or "Task.WaitAny" or "Thread.Sleep");
        House.None(blockers);
        House.None(House.Sources("src", ".cs", ".razor").Where(source => source.Text.Contains(".GetAwaiter()", StringComparison.Ordinal)).Select(source => source.Path));
    }

    [Fact]
    public void The_compiler_refuses_them_too_and_is_silenced_in_two_places()
    {
        var banned = File.ReadAllText(Path.Combine(House.Root, "BannedSymbols.txt"));
        Assert.All(["DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "Task`1.Result", "Task.Wait"], symbol => Assert.Contains($"{symbol}", banned, StringComparison.Ordinal));
        Assert.Contains("BannedSymbols.txt", File.ReadAllText(Path.Combine(House.Root, "Directory.Build.props")), StringComparison.Ordinal);
        // The start-up writes to the console; a piece of HTML becomes Razor's, in which whatever people wrote was encoded when it was put together.
        Assert.Equal(["src/App/Kit/Markup/Piece.cs", "src/App/Program.cs"], House.Sources("src", ".cs", ".razor", ".csproj", ".editorconfig").Where(source => source.Text.Contains("RS0030", StringComparison.Ordinal)).Select(source => source.Path).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"(?<![\w.])(now|clock_timestamp|statement_timestamp)\(\)|\b(current_timestamp|current_date|localtimestamp)\b")]
    private static partial Regex DatabaseClock();
}

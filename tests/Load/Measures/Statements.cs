using CrmStudio.Load.Bench;
using CrmStudio.Load.Circuits;
using CrmStudio.Load.Report;

namespace CrmStudio.Load.Measures;

/// <summary>P10: what a page view and a card move execute in the database.</summary>
public sealed class Statements : IMeasure
{
    public string Name => "p10";

    public async Task RunAsync(MeasureBench bench, CancellationToken ct)
    {
        await using var tap = new StatementTap(bench.Database.AppString);
        await using var app = await AppProcess.StartAsync(bench.Database, tap.ConnectionString);
        var url = new Uri(app.Url, "loans");
        var cookie = await bench.CookieAsync(bench.Large.Officers[1]);
        await using (await HeadlessCircuit.OpenAsync(bench.Http, url, cookie, ct, until: "wire")) await Task.Delay(500, ct);

        tap.Take();
        await using var board = await HeadlessCircuit.OpenAsync(bench.Http, url, cookie, ct, until: "wire");
        await Task.Delay(500, ct);   // nothing tells that a page asks no more
        await bench.KeepAsync(() => Task.FromResult(Said("Statements per view of the board, load and circuit together", tap, 6, 3)));

        var card = board.Page.Cards().First(place => place.Column == board.Page.Columns()[0]).Card;
        await board.CallAsync("MoveAsync", board.Handed["wire"], $"[\"{card}\",\"{board.Page.Columns()[1]}\"]", ct);
        await Task.Delay(1000, ct);
        await bench.KeepAsync(() => Task.FromResult(Said("Statements per card move", tap, 2, 1)));
    }

    private static Figure Said(string measure, StatementTap tap, int must, int moonshot)
    {
        var (statements, commands, background) = tap.Take();
        foreach (var statement in statements) Paper.Say($"      {statement.ReplaceLineEndings(" ")[..Math.Min(150, statement.Length)]}");
        return new("P10", measure, commands, "commands")
        {
            Judged = Judged.Ours, Must = Limit.AtMost(must), Moonshot = Limit.AtMost(moonshot),
            Note = $"{statements.Count} statements in {commands} commands, as an EF interceptor counts them (a save is one); BEGIN, binding and COMMIT not counted; {background.Count} of jobs and reactions beside them",
        };
    }
}

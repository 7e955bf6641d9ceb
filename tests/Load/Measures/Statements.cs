using CrmStudio.Load.Bench;
using CrmStudio.Load.Circuits;
using CrmStudio.Load.Hands;
using CrmStudio.Load.Report;
using CrmStudio.Testing.Postgres;

namespace CrmStudio.Load.Measures;

/// <summary>P10: what page views and interactions execute in the database.</summary>
public sealed class Statements : IMeasure
{
    private static readonly TimeSpan settles = TimeSpan.FromMilliseconds(700), follows = TimeSpan.FromSeconds(6);   // nothing tells that a page asks no more

    public string Name => "P10";

    public async Task RunAsync(MeasureBench bench, CancellationToken ct)
    {
        await using var tap = new StatementTap(bench.Database.AppString);
        await using var app = await AppProcess.StartAsync(bench.Database, tap.ConnectionString);
        var officer = bench.Large.Officers[8];
        await CardMover.SpreadAsync(bench.Database, officer, ct);

        await using var board = await ViewAsync(bench, app, tap, officer, BenchPages.Board, "board", ct);
        var columns = board.Page.Columns();
        var card = board.Page.Cards().First(place => place.Amount is not null && columns.ToList().IndexOf(place.Column) < 7);
        await ActAsync(bench, tap, "card move", () => board.TellAsync("MoveAsync", $"[\"{card.Card}\",\"{columns[columns.ToList().IndexOf(card.Column) + 1]}\"]", ct), ct);
        await board.DisposeAsync();

        await using var grid = await ViewAsync(bench, app, tap, bench.Large.Officers[10], BenchPages.FullGrid, "grid", ct);
        await grid.DisposeAsync();
        await using var editor = await CellEditor.OpenAsync(bench, officer, ct, app);
        await editor.EditAsync(ct);
        await editor.SelectFirstAsync(ct);
        await ActAsync(bench, tap, "cell edit", () => editor.EditAsync(ct), ct);
        await ActAsync(bench, tap, "row selected", () => editor.ToggleAsync(ct), ct);
        await ActAsync(bench, tap, "further 50 rows", () => editor.Grid.TellAsync("EdgeAsync", "[\"more\"]", ct), ct);
    }

    // Somebody else looks first, which wakes what a process wakes once; and the member was on another page, so that the node knows them.
    private static async Task<HeadlessCircuit> ViewAsync(MeasureBench bench, AppProcess app, StatementTap tap, BenchMember member, string page, string what, CancellationToken ct)
    {
        await using (await bench.OpenAsync(bench.Large.Officers[9], page, ct, app)) await Task.Delay(settles, ct);
        await bench.AskAsync(member, BenchPages.Account, app, ct);
        await Task.Delay(follows, ct);
        tap.Take();
        var circuit = await bench.OpenAsync(member, page, ct, app);
        await Task.Delay(settles, ct);
        await bench.KeepAsync(() => Task.FromResult(Said($"Statements per view of the {what}: sign-in, page and circuit together", tap, 6, 3)));
        return circuit;
    }

    private static async Task ActAsync(MeasureBench bench, StatementTap tap, string what, Func<Task> act, CancellationToken ct)
    {
        await Task.Delay(follows, ct);
        tap.Take();
        await act();
        await Task.Delay(settles, ct);
        await bench.KeepAsync(() => Task.FromResult(Said($"Statements per {what}", tap, 2, 1)));
        await Task.Delay(follows, ct);
        await bench.KeepAsync(() => Task.FromResult(Said($"Statements that follow a {what} within {follows.TotalSeconds:0} s, for all who see the same", tap, null, null)));
    }

    private static Figure Said(string measure, StatementTap tap, int? must, int? moonshot)
    {
        var (statements, commands, background) = tap.Take();
        foreach (var statement in statements) Paper.Say($"      {statement.ReplaceLineEndings(" ")[..Math.Min(150, statement.Length)]}");
        return new("P10", measure, commands, "commands")
        {
            Judged = Judged.Ours, Must = must is { } most ? Limit.AtMost(most) : null, Moonshot = moonshot is { } best ? Limit.AtMost(best) : null,
            Note = $"{statements.Count} statements in {commands} commands, as an EF interceptor counts them (a save is one); BEGIN, binding and COMMIT not counted; {background.Count} of jobs and reactions beside them",
        };
    }
}

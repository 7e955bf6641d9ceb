using System.Globalization;
using CrmStudio.Load.Bench;
using CrmStudio.Load.Circuits;

namespace CrmStudio.Load.Hands;

/// <summary>Works in the grid of 50 rows as its script does: changes cells, selects rows.</summary>
internal sealed class CellEditor : IAsyncDisposable
{
    private const string Day = "yyyy-MM-dd";
    private readonly List<(string Row, string Closing)> rows;
    private int turn, toggled;

    private CellEditor(HeadlessCircuit grid)
    {
        Grid = grid;
        rows = [.. grid.Page.Rows().Where(row => row.Values.GetValueOrDefault("closing") is { Length: > 0 }).Select(row => (row.Row, row.Values["closing"]))];
        if (rows.Count < 2) throw new InvalidOperationException($"{grid.Url} shows {rows.Count} rows with a closing.");
    }

    public HeadlessCircuit Grid { get; }

    /// <summary>How many rows it works in.</summary>
    public int Rows => rows.Count;

    public static async Task<CellEditor> OpenAsync(MeasureBench bench, BenchMember member, CancellationToken ct, AppProcess? server = null) =>
        new(await bench.OpenAsync(member, BenchPages.FullGrid, ct, server));

    /// <summary>Puts the closing of the next row a day later.</summary>
    public async Task EditAsync(CancellationToken ct)
    {
        var place = turn++ % rows.Count;
        var (row, was) = rows[place];
        var now = DateOnly.ParseExact(was, Day, CultureInfo.InvariantCulture).AddDays(1).ToString(Day, CultureInfo.InvariantCulture);
        var refusal = await Grid.TellAsync("EditAsync", $"[\"{row}\",\"closing\",\"{was}\",\"{now}\"]", ct);
        if (refusal is not ("null" or "")) throw new InvalidOperationException($"The edit was refused: {refusal}");
        rows[place] = (row, now);
    }

    /// <summary>Selects the first row, so that the bar of the selection stands.</summary>
    public Task SelectFirstAsync(CancellationToken ct) => Grid.TellAsync("SelectAsync", $"[[\"{rows[0].Row}\"],true]", ct);

    /// <summary>Selects the second row, or takes it out again: a change of one row that asks nothing of the database.</summary>
    public Task ToggleAsync(CancellationToken ct) => Grid.TellAsync("SelectAsync", $"[[\"{rows[1].Row}\"],{(toggled++ % 2 == 0 ? "true" : "false")}]", ct);

    public ValueTask DisposeAsync() => Grid.DisposeAsync();
}

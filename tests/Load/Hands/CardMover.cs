using CrmStudio.Load.Bench;
using CrmStudio.Load.Circuits;
using Npgsql;

namespace CrmStudio.Load.Hands;

/// <summary>Moves the cards of an officer's board forward one stage at a time, as a drag does; forward, because back asks for a reason.</summary>
internal sealed class CardMover(MeasureBench bench, BenchMember officer) : IAsyncDisposable
{
    private const int FreeStages = 8;   // the later ones ask for a rate lock
    private readonly Queue<(string Card, int Stage)> cards = [];
    private HeadlessCircuit? board;

    public HeadlessCircuit Board => board ?? throw new InvalidOperationException("Start over first.");

    /// <summary>Puts the officer's open loans back over the early stages and opens the board anew.</summary>
    public async Task StartOverAsync(CancellationToken ct)
    {
        if (board is not null) await board.DisposeAsync();
        await SpreadAsync(bench.Database, officer, ct);
        board = await bench.OpenAsync(officer, BenchPages.Board, ct);
        var columns = board.Page.Columns().ToList();
        cards.Clear();
        foreach (var (card, column, amount) in board.Page.Cards())
            if (amount is not null && columns.IndexOf(column) < FreeStages - 1) cards.Enqueue((card, columns.IndexOf(column)));
    }

    /// <summary>Moves the next card one stage on.</summary>
    public async Task MoveAsync(CancellationToken ct)
    {
        if (!cards.TryDequeue(out var card)) throw new InvalidOperationException("No card is left to move.");
        if (card.Stage + 2 < FreeStages) cards.Enqueue((card.Card, card.Stage + 1));
        var refusal = await Board.TellAsync("MoveAsync", $"[\"{card.Card}\",\"{Board.Page.Columns()[card.Stage + 1]}\"]", ct);
        if (refusal is not ("null" or "")) throw new InvalidOperationException($"The move was refused: {refusal}");
    }

    /// <summary>Puts an officer's open loans over the first three stages.</summary>
    public static async Task SpreadAsync(BenchDatabase database, BenchMember officer, CancellationToken ct)
    {
        await using var owner = new NpgsqlConnection(database.OwnerString);
        await owner.OpenAsync(ct);
        await using var reset = new NpgsqlBatch(owner)
        {
            BatchCommands =
            {
                new("select set_config('app.org_id', $1, false)") { Parameters = { new() { Value = officer.OrgId.ToString() } } },
                new("""
                    update loans l set stage_id = s.id from pipeline_stages s
                    where l.officer_id = $1 and l.ended_at is null and l.funded_on is null and s.position = 1 + mod(abs(hashtext(l.number)), 3)
                    """) { Parameters = { new() { Value = officer.Id } } },
            },
        };
        await reset.ExecuteNonQueryAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (board is not null) await board.DisposeAsync();
    }
}

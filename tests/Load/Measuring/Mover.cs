using CrmStudio.Load.Bench;
using CrmStudio.Load.Circuits;
using Npgsql;

namespace CrmStudio.Load.Measuring;

/// <summary>Moves the cards of an officer's board forward one stage at a time, as a drag does; forward, because back asks for a reason.</summary>
internal sealed class Mover(MeasureBench bench, BenchMember officer) : IAsyncDisposable
{
    private const int FreeStages = 8;   // the later ones ask for a rate lock
    private readonly Queue<(string Card, int Stage)> cards = [];
    private HeadlessCircuit? board;

    public HeadlessCircuit Board => board ?? throw new InvalidOperationException("Start over first.");

    /// <summary>How often the server was asked to move a card.</summary>
    public int Calls { get; private set; }

    /// <summary>Puts the officer's open loans back over the early stages and opens the board anew.</summary>
    public async Task StartOverAsync(CancellationToken ct)
    {
        if (board is not null) await board.DisposeAsync();
        await using (var owner = new NpgsqlConnection(bench.Database.OwnerString))
        {
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
        board = await bench.BoardAsync(officer, ct);
        var columns = board.Page.Columns().ToList();
        cards.Clear();
        foreach (var (card, column, hasAmount) in board.Page.Cards())
            if (hasAmount && columns.IndexOf(column) < FreeStages - 1) cards.Enqueue((card, columns.IndexOf(column)));
    }

    /// <summary>Moves the next card one stage on.</summary>
    /// <returns>The card.</returns>
    public async Task<string> MoveAsync(CancellationToken ct)
    {
        if (!cards.TryDequeue(out var card)) throw new InvalidOperationException("No card is left to move.");
        if (card.Stage + 2 < FreeStages) cards.Enqueue((card.Card, card.Stage + 1));
        var refusal = await Board.CallAsync("MoveAsync", Board.Handed["wire"], $"[\"{card.Card}\",\"{Board.Page.Columns()[card.Stage + 1]}\"]", ct);
        if (refusal is not ("null" or "")) throw new InvalidOperationException($"The move was refused: {refusal}");
        Calls++;
        return card.Card;
    }

    public async ValueTask DisposeAsync()
    {
        if (board is not null) await board.DisposeAsync();
    }
}

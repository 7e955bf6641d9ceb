using CrmStudio.App.Kit.Markup;
using CrmStudio.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CrmStudio.App.Kit.Board;

/// <summary>
/// Columns of cards. Drag, keys and preview belong to <c>wwwroot/js/board.js</c>; the server hears one message per move.
/// A card's first link (class <c>card-name</c>) opens the record and is where the focus stands.
/// </summary>
/// <typeparam name="TCard">The record a card is drawn from; equal records are not drawn again.</typeparam>
public sealed partial class Board<TCard>(IJSRuntime js, Toasts.Toasts toasts) : IAsyncDisposable
{
    private readonly Dictionary<BoardPlace, Func<Task>> more = [];
    private readonly string id = $"b{Guid.NewGuid():N}"[..9];
    private ElementReference frame;
    private IJSObjectReference? script, wiring;
    private DotNetObjectReference<Board<TCard>>? self;
    private string? start;

    /// <summary>What the list of columns is called.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>What the cards are, in the plural: "loans".</summary>
    [Parameter, EditorRequired] public string Things { get; set; } = "";

    /// <summary>The columns, in order; the n-th answers to the key n.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<BoardColumn<TCard>> Columns { get; set; } = [];

    /// <summary>Draws the inside of a card, in always as many pieces: those that did not change are not sent again. Holds one <c>a.card-name</c>.</summary>
    [Parameter, EditorRequired] public Func<TCard, IReadOnlyList<Piece>> Card { get; set; } = default!;

    /// <summary>Id of the record.</summary>
    [Parameter, EditorRequired] public Func<TCard, string> Key { get; set; } = default!;

    /// <summary>What the record is called when it is read out.</summary>
    [Parameter, EditorRequired] public Func<TCard, string> Name { get; set; } = default!;

    /// <summary>Further classes of a card: <c>rot1</c>, <c>rot2</c>.</summary>
    [Parameter] public Func<TCard, string?>? Look { get; set; }

    /// <summary>The record's amount, so that the sums follow the drag. Never asked in a column without a sum.</summary>
    [Parameter] public Func<TCard, decimal?>? Amount { get; set; }

    /// <summary>Which cards may be moved by this member; all, when not given.</summary>
    [Parameter] public Func<TCard, bool>? CanMove { get; set; }

    /// <summary>Ways a record ends, on the strip below.</summary>
    [Parameter] public IReadOnlyList<BoardOutcome> Outcomes { get; set; } = [];

    /// <summary>Cards were moved to another column.</summary>
    [Parameter] public EventCallback<BoardMove> OnMove { get; set; }

    /// <summary>Cards were dropped on an outcome. They stay where they are until the page draws otherwise.</summary>
    [Parameter] public EventCallback<BoardMove> OnOutcome { get; set; }

    /// <summary>Space was pressed on a card.</summary>
    [Parameter] public EventCallback<string> OnPeek { get; set; }

    /// <summary>More cards of a place are wanted.</summary>
    [Parameter] public EventCallback<BoardPlace> OnMore { get; set; }

    /// <summary>The lanes, in order; null for columns without lanes. Dragging moves between columns only: a card stays in its lane.</summary>
    [Parameter] public IReadOnlyList<BoardLane>? Lanes { get; set; }

    /// <summary>Which lane a card stands in; needed with lanes.</summary>
    [Parameter] public Func<TCard, string>? Lane { get; set; }

    /// <summary>Lanes that are not drawn yet.</summary>
    [Parameter] public int LanesLeft { get; set; }

    /// <summary>More lanes are wanted.</summary>
    [Parameter] public EventCallback OnMoreLanes { get; set; }

    /// <summary>What else can be done with cards.</summary>
    [Parameter] public IReadOnlyList<BoardVerb> Verbs { get; set; } = [];

    /// <summary>A verb was chosen.</summary>
    [Parameter] public EventCallback<BoardAct> OnVerb { get; set; }

    /// <summary>Called by the script when a card was let go; answers why it has to go back, or null.</summary>
    [JSInvokable]
    public async Task<string?> MoveAsync(string cardId, string toColumnId) => (await CarryOutAsync(new([cardId], toColumnId))).Refusal?.Message;

    /// <summary>Called by the script when several cards were let go together; answers those that have to go back.</summary>
    [JSInvokable]
    public async Task<IReadOnlyList<string>> MoveManyAsync(string[] cardIds, string toColumnId)
    {
        if (cardIds.Length == 0) return [];
        var move = await CarryOutAsync(new(cardIds, toColumnId));
        return move.Refusal is null ? move.Stayed : cardIds;
    }

    private async Task<BoardMove> CarryOutAsync(BoardMove move)
    {
        if (Columns.Any(column => column.Id == move.ToColumnId)) await OnMove.InvokeAsync(move);
        else move.Refuse(Refusal.NotFound);

        if (move.Refusal is { } refusal) toasts.Refused($"Put back: {refusal.Message}");
        return move;
    }

    /// <summary>Called by the script when cards were dropped on an outcome, or it was chosen in their menu.</summary>
    [JSInvokable]
    public async Task EndAsync(string[] cardIds, string outcomeId)
    {
        if (cardIds.Length == 0 || Outcomes.All(outcome => outcome.Id != outcomeId)) return;
        var move = new BoardMove(cardIds, outcomeId);
        await OnOutcome.InvokeAsync(move);
        if (move.Refusal is { } refusal) toasts.Refused(refusal);
    }

    /// <summary>Called by the script when a verb was chosen.</summary>
    [JSInvokable]
    public Task ActAsync(string[] cardIds, string verbId) => cardIds.Length > 0 && Verbs.Any(verb => verb.Id == verbId) ? OnVerb.InvokeAsync(new(verbId, cardIds)) : Task.CompletedTask;

    /// <summary>Called by the script for Space on a card.</summary>
    [JSInvokable]
    public Task PeekAsync(string cardId) => OnPeek.InvokeAsync(cardId);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        self?.Dispose();
        try
        {
            if (wiring is not null) await wiring.InvokeVoidAsync("dispose");
            if (wiring is not null) await wiring.DisposeAsync();
            if (script is not null) await script.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its listeners with it.
        }
    }

    /// <summary>Chooses the column a phone shows first, once: from then on the script keeps the choice.</summary>
    protected override void OnParametersSet()
    {
        start ??= (Columns.FirstOrDefault(column => !column.StartsFolded && column.Count > 0) ?? Columns.FirstOrDefault())?.Id;
        DrawCards();
        DrawWays();
    }

    // The same handler each time, so that a board drawn anew does not send every column's.
    private Func<Task> MoreOf(BoardPlace place) => more.TryGetValue(place, out var known) ? known : more[place] = () => OnMore.InvokeAsync(place);

    private string LaneHeading(BoardLane lane) => $"{id}-lane-{lane.Id}";

    private static string? Short(decimal? percent) => percent?.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        self = DotNetObjectReference.Create(this);
        script = await js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/board.js"]}");
        wiring = await script.InvokeAsync<IJSObjectReference>("wire", frame, self, new { peek = OnPeek.HasDelegate });
    }
}

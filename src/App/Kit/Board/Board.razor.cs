using CrmStudio.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CrmStudio.App.Kit.Board;

/// <summary>
/// Columns of cards. Drag, keys and preview belong to <c>wwwroot/js/board.js</c>; the server hears one message per move.
/// The card template's first link (class <c>card-name</c>) opens the record and is where the focus stands.
/// </summary>
/// <typeparam name="TCard">The record a card is drawn from; equal records are not drawn again.</typeparam>
public sealed partial class Board<TCard>(IJSRuntime js, Toasts.Toasts toasts) : IAsyncDisposable
{
    private readonly string id = $"b{Guid.NewGuid():N}"[..9];
    private ElementReference frame;
    private IJSObjectReference? script, wiring;
    private DotNetObjectReference<Board<TCard>>? self;
    private string? start;

    /// <summary>What the list of columns is called.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>The columns, in order; the n-th answers to the key n.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<BoardColumn<TCard>> Columns { get; set; } = [];

    /// <summary>Draws the inside of a card. Holds one <c>a.card-name</c>.</summary>
    [Parameter, EditorRequired] public RenderFragment<TCard> Card { get; set; } = default!;

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

    /// <summary>A card was moved to another column.</summary>
    [Parameter] public EventCallback<BoardMove> OnMove { get; set; }

    /// <summary>A card was dropped on an outcome. The card stays where it is until the page draws otherwise.</summary>
    [Parameter] public EventCallback<BoardMove> OnOutcome { get; set; }

    /// <summary>Space was pressed on a card.</summary>
    [Parameter] public EventCallback<string> OnPeek { get; set; }

    /// <summary>More cards of a column are wanted.</summary>
    [Parameter] public EventCallback<string> OnMore { get; set; }

    /// <summary>Called by the script when a card was let go; answers why it has to go back, or null.</summary>
    [JSInvokable]
    public async Task<string?> MoveAsync(string cardId, string toColumnId)
    {
        var move = new BoardMove(cardId, toColumnId);
        if (Columns.Any(column => column.Id == toColumnId)) await OnMove.InvokeAsync(move);
        else move.Refuse(Refusal.NotFound);

        if (move.Refusal is { } refusal) toasts.Refused($"Put back: {refusal.Message}");
        return move.Refusal?.Message;
    }

    /// <summary>Called by the script when a card was dropped on an outcome.</summary>
    [JSInvokable]
    public async Task EndAsync(string cardId, string outcomeId)
    {
        if (Outcomes.All(outcome => outcome.Id != outcomeId)) return;
        var move = new BoardMove(cardId, outcomeId);
        await OnOutcome.InvokeAsync(move);
        if (move.Refusal is { } refusal) toasts.Refused(refusal);
    }

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
    protected override void OnParametersSet() =>
        start ??= (Columns.FirstOrDefault(column => !column.StartsFolded && column.Count > 0) ?? Columns.FirstOrDefault())?.Id;

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        self = DotNetObjectReference.Create(this);
        script = await js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/board.js"]}");
        wiring = await script.InvokeAsync<IJSObjectReference>("wire", frame, self, new { peek = OnPeek.HasDelegate });
    }
}

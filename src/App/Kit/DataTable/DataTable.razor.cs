using CrmStudio.App.Kit.Markup;
using CrmStudio.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CrmStudio.App.Kit.DataTable;

/// <summary>
/// A window of a list as a grid. Keys, focus, ranges and editors belong to <c>wwwroot/js/grid.js</c>, with one listener for all
/// cells; the server hears one message per sort, selection, peek and edit. A cell's link is what Enter follows. A row is no component and
/// a cell is a piece of markup: what a circuit keeps of a row is what it shows.
/// </summary>
/// <typeparam name="TRow">The record a row is drawn from; equal records are not drawn again.</typeparam>
public sealed partial class DataTable<TRow>(IJSRuntime js) : IAsyncDisposable
{
    private ElementReference frame;
    private IJSObjectReference? script, wiring;
    private DotNetObjectReference<DataTable<TRow>>? self;
    private List<DataLine<TRow>> lines = [];
    private IReadOnlyList<DataColumn<TRow>>? drawn;
    private (string?, bool, bool, bool, int, int?, string?, bool) shape;
    private Piece[] feet = [], footed = [];
    private IReadOnlyList<DataColumn<TRow>>? feetOf;
    private Piece head, editors;
    private bool isStale;

    /// <summary>What the list is called.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>What its rows are called: "loans".</summary>
    [Parameter] public string Things { get; set; } = "rows";

    /// <summary>The rows in sight.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<TRow> Rows { get; set; } = [];

    /// <summary>The columns in order. The same list draws no row again.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<DataColumn<TRow>> Columns { get; set; } = [];

    /// <summary>Key of a row.</summary>
    [Parameter, EditorRequired] public Func<TRow, string> Key { get; set; } = default!;

    /// <summary>What a row is called when it is read out.</summary>
    [Parameter, EditorRequired] public Func<TRow, string> Name { get; set; } = default!;

    /// <summary>Rows of the whole list; null when there are too many to count.</summary>
    [Parameter] public int? RowCount { get; set; }

    /// <summary>Rows that were left behind before the first in sight.</summary>
    [Parameter] public int Offset { get; set; }

    /// <summary>Id of the sorted column.</summary>
    [Parameter] public string? SortedBy { get; set; }

    /// <summary>Which way it is sorted.</summary>
    [Parameter] public bool IsDescending { get; set; }

    /// <summary>What stands in the foot, by column; without it there is none.</summary>
    [Parameter] public IReadOnlyDictionary<string, Piece>? Feet { get; set; }

    /// <summary>What is selected; without it rows cannot be.</summary>
    [Parameter] public DataSelection? Selection { get; set; }

    /// <summary>Key of the row whose peek is open.</summary>
    [Parameter] public string? Peeked { get; set; }

    /// <summary>Rows go on after the last.</summary>
    [Parameter] public bool HasMore { get; set; }

    /// <summary>Rows stand before the first.</summary>
    [Parameter] public bool HasEarlier { get; set; }

    /// <summary>A head was pressed.</summary>
    [Parameter] public EventCallback<(string ColumnId, bool IsDescending)> OnSort { get; set; }

    /// <summary>The next rows are wanted.</summary>
    [Parameter] public EventCallback OnMore { get; set; }

    /// <summary>The rows before are wanted.</summary>
    [Parameter] public EventCallback OnEarlier { get; set; }

    /// <summary>The peek of a row is wanted, or none any more.</summary>
    [Parameter] public EventCallback<string?> OnPeek { get; set; }

    /// <summary>The selection changed.</summary>
    [Parameter] public EventCallback OnSelected { get; set; }

    /// <summary>A cell was changed in place.</summary>
    [Parameter] public EventCallback<CellEdit> OnEdit { get; set; }

    /// <summary>A column is to be shown, or not any more: chosen in a menu of <c>data-turn</c>s anywhere on the page.</summary>
    [Parameter] public EventCallback<string> OnTurn { get; set; }

    /// <summary>Draws rows, foot and selection that changed where they are kept, without the page around them.</summary>
    public void Redraw()
    {
        DrawLines(isAnew: false);
        DrawFeet();
        if (isStale) StateHasChanged();
    }

    private bool CanSelect => Selection is not null;

    /// <summary>Called by the script: a checkbox, X, or a range.</summary>
    [JSInvokable]
    public Task SelectAsync(string[] keys, bool isOn)
    {
        List<string> known = lines.ConvertAll(line => line.Key);
        Selection?.Set(keys.Where(known.Contains), isOn, known);
        return SelectedAsync();
    }

    /// <summary>Called by the script: nothing is to be selected.</summary>
    [JSInvokable]
    public Task ClearAsync()
    {
        Selection?.Clear();
        return SelectedAsync();
    }

    /// <summary>Called by the script: a column was chosen in the menu of columns.</summary>
    [JSInvokable]
    public Task TurnAsync(string columnId) => OnTurn.InvokeAsync(columnId);

    /// <summary>Called by the script: a head was pressed.</summary>
    [JSInvokable]
    public Task SortAsync(string columnId) =>
        Columns.FirstOrDefault(column => column.Id == columnId) is { CanSort: true } column
            ? OnSort.InvokeAsync((column.Id, column.Id == SortedBy ? !IsDescending : column.SortsDownFirst))
            : Task.CompletedTask;

    /// <summary>Called by the script for Space, and while a peek follows the focus.</summary>
    [JSInvokable]
    public Task PeekAsync(string? key) => OnPeek.InvokeAsync(key);

    /// <summary>Called by the script when the end of the rows came into sight.</summary>
    [JSInvokable]
    public Task EdgeAsync(string edge) => edge == "more" ? HasMore ? OnMore.InvokeAsync() : Task.CompletedTask : HasEarlier ? OnEarlier.InvokeAsync() : Task.CompletedTask;

    /// <summary>Called by the script when an editor was left with a value; answers why it is not taken, or null.</summary>
    [JSInvokable]
    public async Task<string?> EditAsync(string key, string columnId, string? was, string? text)
    {
        if (Columns.SingleOrDefault(column => column.Id == columnId) is not { Editor: not null }) return Refusal.NotFound.Message;
        var edit = new CellEdit(key, columnId, was, text);
        await OnEdit.InvokeAsync(edit);
        return edit.Refusal?.Message;
    }

    /// <summary>Called by the script when an editor with many choices opens.</summary>
    [JSInvokable]
    public DataChoice[] Choices(string columnId) => [.. Columns.FirstOrDefault(column => column.Id == columnId)?.Editor?.Choices?.Invoke() ?? []];

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

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        self = DotNetObjectReference.Create(this);
        script = await js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/grid.js"]}");
        wiring = await script.InvokeAsync<IJSObjectReference>("wire", frame, self);
    }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        var now = (SortedBy, IsDescending, HasMore, HasEarlier, Offset, RowCount, Peeked, CanSelect);
        var hasOtherColumns = !ReferenceEquals(drawn, Columns);
        if (hasOtherColumns || !now.Equals(shape)) (head, isStale) = (Head(), true);
        if (hasOtherColumns) editors = Editors();
        (shape, drawn) = (now, Columns);
        DrawLines(hasOtherColumns);
        DrawFeet();
    }

    /// <summary>Every answer of the page hands the table its parameters again; most change nothing in it.</summary>
    protected override bool ShouldRender() => isStale;

    private void DrawLines(bool isAnew)
    {
        var former = isAnew ? [] : lines;
        isStale |= Rows.Count != lines.Count;
        Dictionary<string, DataLine<TRow>>? moved = null;
        var now = new List<DataLine<TRow>>(Rows.Count);
        for (var place = 0; place < Rows.Count; place++)
        {
            var row = Rows[place];
            if (place < former.Count && EqualityComparer<TRow>.Default.Equals(former[place].Row, row)) now.Add(former[place]);
            else
            {
                isStale = true;
                var key = Key(row);
                moved ??= former.ToDictionary(line => line.Key);
                now.Add(moved.TryGetValue(key, out var line) && EqualityComparer<TRow>.Default.Equals(line.Row, row) ? line : new(row, key, [.. Columns.Select(column => column.Draw(row))], isSelected: false));
            }
            var isSelected = Selection?.Has(now[place].Key) is true;
            if (isSelected == now[place].IsSelected) continue;
            (now[place].IsSelected, isStale) = (isSelected, true);
        }
        lines = now;
    }

    private void DrawFeet()
    {
        if (Feet is null) return;
        Piece[] now = [.. Columns.Select(column => Feet.GetValueOrDefault(column.Id))];
        if (ReferenceEquals(feetOf, Columns) && now.SequenceEqual(footed)) return;
        IEnumerable<Piece> cells = now.Zip(Columns, (foot, column) => Html.Shared($"""<td class="{column.HeadClass}">{foot}</td>"""));
        (footed, feetOf, isStale) = (now, Columns, true);
        feet = CanSelect ? [Html.Shared($"<td></td>"), .. cells] : [.. cells];
    }

    private Task SelectedAsync()
    {
        Redraw();
        return OnSelected.InvokeAsync();
    }
}

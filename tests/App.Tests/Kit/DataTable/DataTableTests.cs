using Bunit;
using CrmStudio.App.Kit.DataTable;
using CrmStudio.App.Kit.Markup;
using CrmStudio.Domain.Common;

namespace CrmStudio.App.Tests.Kit.DataTable;

public sealed class DataTableTests : BunitContext
{
    private int drawn;

    public DataTableTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public async Task A_cell_without_an_editor_is_never_passed_on()
    {
        List<CellEdit> edits = [];
        var table = Draw(onEdit: edits.Add);

        Assert.Equal(Refusal.NotFound.Message, await table.InvokeAsync(() => table.Instance.EditAsync("ada", "name", "Ada", "Eve")));
        Assert.Equal(Refusal.NotFound.Message, await table.InvokeAsync(() => table.Instance.EditAsync("ada", "elsewhere", "", "1")));
        Assert.Empty(edits);
    }

    [Fact]
    public async Task A_refused_change_answers_the_reason_and_an_accepted_one_nothing()
    {
        var table = Draw(onEdit: edit => edit.Refuse(edit.Text == "0" ? Refusal.Invalid("Amount", "The amount lies between $1 and $100,000,000.") : null));

        Assert.Equal("The amount lies between $1 and $100,000,000.", await table.InvokeAsync(() => table.Instance.EditAsync("ada", "amount", "100", "0")));
        Assert.Null(await table.InvokeAsync(() => table.Instance.EditAsync("ada", "amount", "100", "200")));
    }

    [Fact]
    public void It_is_a_grid_with_named_heads_and_numbered_rows()
    {
        var table = Draw();

        var grid = table.Find("table[role=grid]");
        Assert.Equal(("Loans", "4", "true"), (grid.GetAttribute("aria-label"), grid.GetAttribute("aria-rowcount"), grid.GetAttribute("aria-multiselectable")));
        Assert.Equal(["2", "3", "4"], table.FindAll("tbody tr").Select(row => row.GetAttribute("aria-rowindex")));
        Assert.Equal("descending", table.Find("th[data-col=amount]").GetAttribute("aria-sort"));
        Assert.Null(table.Find("th[data-col=name]").GetAttribute("aria-sort"));
        Assert.Equal("3 loans", table.Find("tfoot").TextContent.Trim());
    }

    [Fact]
    public async Task A_head_sorts_its_usual_way_first_and_turns_when_pressed_again()
    {
        List<(string, bool)> sorts = [];
        var table = Draw(onSort: sorts.Add);

        Assert.NotNull(table.Find("th[data-col=amount] button[data-sort]"));
        await table.InvokeAsync(() => table.Instance.SortAsync("amount"));
        await table.InvokeAsync(() => table.Instance.SortAsync("name"));
        await table.InvokeAsync(() => table.Instance.SortAsync("place"));
        await table.InvokeAsync(() => table.Instance.SortAsync("elsewhere"));

        Assert.Equal([("amount", false), ("name", false)], sorts);
    }

    [Fact]
    public async Task Only_rows_whose_record_or_selection_changed_are_drawn_again()
    {
        var selection = new DataSelection();
        var table = Draw(selection: selection);
        drawn = 0;

        table.Render(parameters => parameters.Add(t => t.Rows, [ada, bob with { Amount = 7 }, cid]));
        Assert.Equal(1, drawn);

        await table.InvokeAsync(() => table.Instance.SelectAsync(["cid"], true));
        Assert.Equal(1, drawn);
        Assert.Equal("true", table.Find("[data-row=cid]").GetAttribute("aria-selected"));
    }

    [Fact]
    public async Task Rows_that_are_not_in_sight_cannot_be_selected_and_out_of_everything_one_can_be_taken()
    {
        var selection = new DataSelection();
        var table = Draw(selection: selection);

        await table.InvokeAsync(() => table.Instance.SelectAsync(["ada", "somebody-elses"], true));
        Assert.Equal(["ada"], selection.Keys);
        Assert.Equal(["true", "false", "false"], table.FindAll("tbody tr").Select(row => row.GetAttribute("aria-selected")));

        selection.SetAll();
        await table.InvokeAsync(() => table.Instance.SelectAsync(["bob"], false));
        Assert.False(selection.IsAll);
        Assert.Equal(["ada", "cid"], selection.Keys.Order());

        await table.InvokeAsync(table.Instance.ClearAsync);
        Assert.True(selection.IsEmpty);
    }

    [Fact]
    public async Task The_edge_asks_for_rows_only_while_there_are_more()
    {
        var asked = 0;
        var table = Draw(hasMore: true, onMore: () => asked++);

        await table.InvokeAsync(() => table.Instance.EdgeAsync("earlier"));
        Assert.Equal(0, asked);
        await table.InvokeAsync(() => table.Instance.EdgeAsync("more"));
        table.Find("[data-edge=more] button").Click();
        Assert.Equal(2, asked);
    }

    [Fact]
    public void What_people_wrote_is_text_in_a_cell_and_never_markup()
    {
        var table = Draw(rows: [ada with { Name = "<img src=x onerror=alert(1)> & \"Ada\"" }]);

        Assert.Equal("<img src=x onerror=alert(1)> & \"Ada\"", table.Find("tbody td[data-col=name] b").TextContent);
        Assert.Empty(table.FindAll("tbody img"));
    }

    [Fact]
    public async Task What_changed_nothing_in_the_table_draws_nothing()
    {
        var table = Draw();
        var before = table.RenderCount;

        table.Render(parameters => parameters.Add(t => t.Rows, [ada with { }, bob, cid]).Add(t => t.OnMore, () => { }));
        Assert.Equal(before, table.RenderCount);

        await table.InvokeAsync(() => table.Instance.SelectAsync(["cid"], true));
        Assert.Equal(before + 1, table.RenderCount);
    }

    [Fact]
    public void Editors_start_from_the_value_of_the_cell()
    {
        var table = Draw();

        Assert.Equal("100", table.Find("[data-row=ada] [data-col=amount]").GetAttribute("data-v"));
        Assert.False(table.Find("[data-row=ada] [data-col=name]").HasAttribute("data-v"));
        Assert.NotNull(table.Find(".dt-editors [data-editor=amount] input"));
    }

    private static readonly Line ada = new("ada", "Ada", 100), bob = new("bob", "Bob", 200), cid = new("cid", "Cid", 300);

    private IReadOnlyList<DataColumn<Line>>? columns;

    private IRenderedComponent<DataTable<Line>> Draw(
        Action<CellEdit>? onEdit = null, Action<(string, bool)>? onSort = null, DataSelection? selection = null, bool hasMore = false, Action? onMore = null, IReadOnlyList<Line>? rows = null) => Render<DataTable<Line>>(parameters => parameters
            .Add(table => table.Label, "Loans").Add(table => table.Things, "loans")
            .Add(table => table.Rows, rows ?? [ada, bob, cid]).Add(table => table.RowCount, 3)
            .Add(table => table.Columns, columns ??=
            [
                new() { Id = "name", Title = "Name", CanSort = true, Cell = row => { drawn++; return $"<b>{row.Name}</b>"; } },
                new() { Id = "amount", Title = "Amount", CanSort = true, IsRight = true, SortsDownFirst = true, Editor = new(EditorKind.Money), Value = row => $"{row.Amount}", Cell = row => $"{row.Amount}" },
                new() { Id = "place", Title = "Place", Cell = _ => default },
            ])
            .Add(table => table.Feet, new Dictionary<string, Piece> { ["name"] = Html.Of($"3 loans") })
            .Add(table => table.Key, row => row.Id).Add(table => table.Name, row => row.Name)
            .Add(table => table.SortedBy, "amount").Add(table => table.IsDescending, true)
            .Add(table => table.Selection, selection ?? new DataSelection()).Add(table => table.HasMore, hasMore)
            .Add(table => table.OnMore, onMore ?? (() => { })).Add(table => table.OnSort, onSort ?? (_ => { })).Add(table => table.OnEdit, onEdit ?? (_ => { })));

    private sealed record Line(string Id, string Name, int Amount);
}

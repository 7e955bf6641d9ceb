using Bunit;
using CrmStudio.App.Kit.Board;
using CrmStudio.App.Kit.Markup;
using CrmStudio.App.Kit.Toasts;
using CrmStudio.Domain.Common;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Kit.Board;

public sealed class BoardTests : BunitContext
{
    private int drawn;

    public BoardTests()
    {
        Services.AddScoped<Toasts>();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    private Toasts Toasts => Services.GetRequiredService<Toasts>();

    [Fact]
    public void Who_sees_no_amounts_gets_no_trace_of_money()
    {
        var board = Draw(Columns(seesAmounts: false));

        Assert.DoesNotContain("$", board.Markup, StringComparison.Ordinal);
        Assert.Empty(board.FindAll("[data-amount], [data-sum]"));
    }

    [Fact]
    public void A_goal_is_a_rail_with_its_percent_and_how_it_was_computed()
    {
        var board = Draw(Columns());

        var rail = board.Find("svg.goal");
        Assert.Equal(("88 percent of November's goal", "88"), (rail.GetAttribute("aria-label"), rail.QuerySelector("rect")!.GetAttribute("width")));
        var figure = board.Find("[data-explain]");
        Assert.Equal("goal 88 %", figure.TextContent);
        Assert.Equal("37 of 42 loans.\nEach counts once.", figure.GetAttribute("title"));
    }

    [Fact]
    public void A_goal_more_than_reached_fills_the_rail_and_says_how_much()
    {
        var board = Draw(Columns(percent: 130));

        Assert.Equal("100", board.Find("svg.goal rect").GetAttribute("width"));
        Assert.Equal("goal 130 %", board.Find("[data-explain]").TextContent);
    }

    [Fact]
    public void A_column_without_a_goal_has_no_rail_and_no_percent()
    {
        var board = Draw(Columns());

        var closing = board.Find("[data-col=closing]");
        Assert.Null(closing.QuerySelector("svg.goal"));
        Assert.DoesNotContain("goal", closing.QuerySelector(".col-head")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sparkline_says_its_figures_and_stands_in_for_the_sum_where_no_amounts_are_seen()
    {
        Assert.Equal("Loans by week: 2, 0, 4", Draw(Columns()).Find("svg.spark").GetAttribute("aria-label"));
        Assert.Equal("4 in 7 days", Draw(Columns(seesAmounts: false)).Find(".col-latest").TextContent);
    }

    [Fact]
    public async Task A_refused_move_answers_the_reason_and_says_it_in_a_toast()
    {
        var board = Draw(Columns(), OnMove: move => move.Refuse(new Refusal("loans.conditions-open", "Two conditions are open.")));

        var answer = await board.InvokeAsync(() => board.Instance.MoveAsync("whitlock", "closing"));

        Assert.Equal("Two conditions are open.", answer);
        Assert.Equal("Put back: Two conditions are open.", Assert.Single(Toasts.Shown).Message);
    }

    [Fact]
    public async Task A_move_to_a_stage_the_board_does_not_show_never_reaches_the_page()
    {
        var asked = false;
        var board = Draw(Columns(), OnMove: _ => asked = true);

        var answer = await board.InvokeAsync(() => board.Instance.MoveAsync("whitlock", "elsewhere"));

        Assert.Equal(Refusal.NotFound.Message, answer);
        Assert.False(asked);
    }

    [Fact]
    public async Task A_move_tells_the_page_once_which_card_goes_where()
    {
        List<BoardMove> moves = [];
        var board = Draw(Columns(), OnMove: moves.Add);

        var answer = await board.InvokeAsync(() => board.Instance.MoveAsync("whitlock", "closing"));

        Assert.Null(answer);
        var move = Assert.Single(moves);
        Assert.Equal(("whitlock", "closing"), (Assert.Single(move.CardIds), move.ToColumnId));
        Assert.Empty(Toasts.Shown);
    }

    [Fact]
    public void Columns_are_a_list_of_named_lists_with_their_sums()
    {
        var board = Draw(Columns());

        var first = board.Find("ol[role=list] > li.col");
        Assert.Equal("Processing", board.Find($"#{first.GetAttribute("aria-labelledby")}").TextContent);
        Assert.Equal("$1.01 M", first.QuerySelector("[data-sum]")!.TextContent);
        Assert.Equal("wtd $686 k", first.QuerySelector("[data-change]")!.TextContent);
        Assert.Equal(2, first.QuerySelectorAll("ul[role=list] > li.card").Length);
    }

    [Fact]
    public void Every_card_offers_the_way_beside_dragging()
    {
        var board = Draw(Columns());

        Assert.Equal(["Marisol Whitlock", "Noel Farrow"], board.FindAll("[data-move]").Select(button => button.ParentElement!.GetAttribute("data-name")));
        Assert.Equal(["Processing", "Docs out / Closing"], board.FindAll("[data-to]").Select(item => item.QuerySelector(".grow")!.TextContent));
        Assert.Equal("Withdrawn", board.Find("[role=menu] [data-end=withdrawn]").TextContent.Trim());
    }

    [Fact]
    public void A_card_that_may_not_move_offers_no_move()
    {
        var board = Draw(Columns(), canMove: card => card.Id != "whitlock");

        Assert.Equal("Noel Farrow", Assert.Single(board.FindAll("[data-move]")).ParentElement!.GetAttribute("data-name"));
        Assert.NotNull(board.Find("[data-card=whitlock]").GetAttribute("data-fixed"));
    }

    [Fact]
    public void Only_cards_whose_record_changed_are_drawn_again()
    {
        var board = Draw(Columns());
        drawn = 0;

        board.Render(parameters => parameters.Add(b => b.Columns, Columns(farrow: 510_700m)));

        Assert.Equal(1, drawn);
    }

    [Fact]
    public void A_card_that_goes_to_another_column_is_not_drawn_again()
    {
        var (board, columns) = (Draw(Columns()), Columns());
        drawn = 0;

        board.Render(parameters => parameters.Add(b => b.Columns, [columns[0] with { Cards = [columns[0].Cards[0]] }, columns[1] with { Cards = [columns[0].Cards[1]] }]));

        Assert.Equal("Noel Farrow", board.Find("[data-col=closing] [data-card=farrow] .card-name").TextContent);
        Assert.Equal(0, drawn);
    }

    [Fact]
    public void A_card_whose_column_shows_no_sum_any_more_forgets_its_amount()
    {
        var board = Draw(Columns());

        board.Render(parameters => parameters.Add(b => b.Columns, Columns(seesAmounts: false)));

        Assert.Empty(board.FindAll("[data-amount], [data-sum]"));
    }

    [Fact]
    public async Task An_outcome_the_board_does_not_offer_is_not_passed_on()
    {
        List<BoardMove> ended = [];
        var board = Draw(Columns(), OnOutcome: ended.Add);

        await board.InvokeAsync(() => board.Instance.EndAsync(["whitlock"], "paid-off"));
        Assert.Empty(ended);

        await board.InvokeAsync(() => board.Instance.EndAsync(["whitlock"], "withdrawn"));
        Assert.Equal("whitlock", Assert.Single(Assert.Single(ended).CardIds));
    }

    [Fact]
    public void A_column_with_more_loans_than_cards_offers_the_rest()
    {
        BoardPlace? wanted = null;
        var board = Draw(Columns(count: 213), onMore: place => wanted = place);

        board.Find(".cards-more button").Click();

        Assert.Equal(new BoardPlace("processing", null), wanted);
    }

    [Fact]
    public async Task Several_cards_move_with_one_message_and_those_that_stay_are_told_apart()
    {
        List<BoardMove> moves = [];
        var board = Draw(Columns(), OnMove: move =>
        {
            moves.Add(move);
            move.LeaveBehind(["farrow"]);
        });

        var stayed = await board.InvokeAsync(() => board.Instance.MoveManyAsync(["whitlock", "farrow"], "closing"));

        Assert.Equal(["whitlock", "farrow"], Assert.Single(moves).CardIds);
        Assert.Equal(["farrow"], stayed);
    }

    [Fact]
    public async Task Several_cards_that_are_refused_together_all_stay()
    {
        var board = Draw(Columns(), OnMove: move => move.Refuse(new Refusal("loans.too-many", "Too many at once.")));

        Assert.Equal(["whitlock", "farrow"], await board.InvokeAsync(() => board.Instance.MoveManyAsync(["whitlock", "farrow"], "closing")));
        Assert.Equal("Put back: Too many at once.", Assert.Single(Toasts.Shown).Message);
    }

    [Fact]
    public void Cards_stand_in_the_lane_that_is_theirs_and_each_list_is_named_after_column_and_lane()
    {
        BoardPlace? wanted = null;
        var board = Draw(Columns(), lanes: Lanes(), onMore: place => wanted = place);

        Assert.Equal(["Ana Reyes", "Nobody's"], board.FindAll(".lane b").Select(name => name.TextContent));
        var list = board.Find("[data-col=processing] .cards[data-lane=ana]");
        Assert.Equal("Marisol Whitlock", Assert.Single(list.QuerySelectorAll("li.card")).GetAttribute("data-name"));
        Assert.Equal(["Processing", "Ana Reyes"], list.GetAttribute("aria-labelledby")!.Split(' ').Select(id => board.Find($"#{id}").TextContent));

        list.QuerySelector(".cards-more button")!.Click();
        Assert.Equal(new BoardPlace("processing", "ana"), wanted);
    }

    [Fact]
    public void Lanes_of_who_sees_no_amounts_show_no_sum()
    {
        var lanes = Draw(Columns(seesAmounts: false), lanes: Lanes(seesAmounts: false));

        Assert.DoesNotContain("$", lanes.Markup, StringComparison.Ordinal);
        Assert.Contains("$410 k", Draw(Columns(), lanes: Lanes()).Find(".lane-head").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verb_is_passed_on_with_its_cards_and_an_unknown_one_is_not()
    {
        List<BoardAct> acts = [];
        var board = Draw(Columns(), onVerb: acts.Add);

        await board.InvokeAsync(() => board.Instance.ActAsync(["whitlock"], "shred"));
        Assert.Empty(acts);
        await board.InvokeAsync(() => board.Instance.ActAsync(["whitlock", "farrow"], "officer"));
        Assert.Equal(("officer", 2), Assert.Single(acts) is var act ? (act.VerbId, act.CardIds.Count) : default);
    }

    [Fact]
    public void A_card_that_may_not_move_cannot_be_selected()
    {
        var board = Draw(Columns(), canMove: card => card.Id != "whitlock");

        Assert.Equal("Noel Farrow", Assert.Single(board.FindAll("[data-check]")).ParentElement!.GetAttribute("data-name"));
    }

    private IRenderedComponent<Board<Card>> Draw(
        IReadOnlyList<BoardColumn<Card>> columns, Action<BoardMove>? OnMove = null, Action<BoardMove>? OnOutcome = null, Func<Card, bool>? canMove = null, Action<BoardPlace>? onMore = null,
        IReadOnlyList<BoardLane>? lanes = null, Action<BoardAct>? onVerb = null) =>
        Render<Board<Card>>(parameters => parameters
            .Add(board => board.Label, "Loan stages")
            .Add(board => board.Things, "loans")
            .Add(board => board.Columns, columns)
            .Add(board => board.Lanes, lanes)
            .Add(board => board.Lane, card => card.Id == "whitlock" ? "ana" : "nobody")
            .Add(board => board.Verbs, [new BoardVerb("officer", "Give to another officer…", "uplus")])
            .Add(board => board.OnVerb, onVerb ?? (_ => { }))
            .Add(board => board.Key, card => card.Id)
            .Add(board => board.Name, card => card.Name)
            .Add(board => board.Amount, card => card.Amount)
            .Add(board => board.CanMove, canMove)
            .Add(board => board.Outcomes, [new BoardOutcome("withdrawn", "Withdrawn", "undo")])
            .Add(board => board.OnMove, OnMove ?? (_ => { }))
            .Add(board => board.OnOutcome, OnOutcome ?? (_ => { }))
            .Add(board => board.OnMore, onMore ?? (_ => { }))
            .Add(board => board.Card, Face));

    private IReadOnlyList<Piece> Face(Card card)
    {
        drawn++;
        return [Html.Of($"""<a class="card-name">{card.Name}</a>"""), Html.Of($"{card.Amount:0}")];
    }

    private static IReadOnlyList<BoardColumn<Card>> Columns(bool seesAmounts = true, decimal farrow = 599_800m, int count = 2, int percent = 88) =>
    [
        new()
        {
            Id = "processing", Name = "Processing", Color = 6, Count = count, Goal = new(percent, $"{percent} percent of November's goal", "37 of 42 loans.\nEach counts once."), Trend = new([2, 0, 4], "Loans by week: 2, 0, 4", "4 in 7 days"),
            Sum = seesAmounts ? 409_600m + farrow : null, Weighted = seesAmounts ? (409_600m + farrow) * .68m : null,
            Cards = [new("whitlock", "Marisol Whitlock", 409_600m), new("farrow", "Noel Farrow", farrow)],
        },
        new() { Id = "closing", Name = "Docs out / Closing", Color = 10, Count = 0, Sum = seesAmounts ? 0 : null, Cards = [] },
    ];

    private static IReadOnlyList<BoardLane> Lanes(bool seesAmounts = true) =>
    [
        new("ana", "Ana Reyes", "Ana Reyes", 2, seesAmounts ? 409_600m : null, new Dictionary<string, int> { ["processing"] = 2 }),
        new("nobody", "Nobody's", null, 1, seesAmounts ? 599_800m : null, new Dictionary<string, int> { ["processing"] = 1 }),
    ];

    private sealed record Card(string Id, string Name, decimal Amount);
}

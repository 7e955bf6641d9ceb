using CrmStudio.App.Kit.Arrivals;
using CrmStudio.App.Kit.Board;
using CrmStudio.App.Kit.Marks;
using CrmStudio.App.Kit.Markup;
using CrmStudio.App.Kit.MoneyField;
using CrmStudio.App.Loans.Parts;
using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.Views;
using CrmStudio.App.Shell.Live;
using CrmStudio.App.Shell.Presence;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Live;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Pages;

/// <summary>The open loans by stage.</summary>
public partial class LoanBoardPage(
    LoanBoardQuery query, LoanChoicesQuery choiceQuery, NavigationManager navigation, OrganizationFeed feed, PresenceDesk presence, UndoToast toast, CurrentMember me, TimeProvider clock) : IHandleEvent
{
    private static readonly BoardOutcome[] outcomes =
    [
        new(nameof(EndingKind.Withdrawn), "Withdrawn", "undo"),
        new(nameof(EndingKind.Denied), "Denied", "x"),
        new(nameof(EndingKind.Lost), "Lost, with reason", "flag"),
    ];

    private static readonly BoardVerb[] verbs = [new(LoanMoves.GiveAway, "Give to another officer…", "uplus")];
    private const string Nobody = "nobody";

    private readonly Arrivals arrivals = new();
    private readonly Later paceLater = new(LoanReads.Follow, clock), tasksLater = new(LoanReads.Follow, clock);
    private int reads, shown, reading;
    private readonly Dictionary<LoanBoardPlace, int> extended = [];
    private int lanesShown = LoanBoardQuery.LanesAtOnce;
    private LoanView view = LoanView.Everything;
    private LoanChoices? choices;
    private LoanBoard? board;
    private IReadOnlyList<BoardColumn<LoanBoardCard>> columns = [];
    private IReadOnlyList<BoardLane>? lanes;
    private LoanPace? said;
    private Dictionary<Guid, (BoardGoal? Goal, BoardTrend Trend)> words = [];
    private Refusal? refusal;
    private LoanMoves? moves;
    private IDisposable? subscription, company;

    [SupplyParameterFromQuery(Name = "f")] public string[]? Filter { get; set; }

    [SupplyParameterFromQuery] public string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = "cols")] public string? Columns { get; set; }

    [SupplyParameterFromQuery] public string? Lanes { get; set; }

    [SupplyParameterFromQuery] public Guid? View { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        view = LoanView.Parse(Filter, Sort, Columns, Lanes);
        choices ??= (await choiceQuery.ReadAsync(Leaving)).Value;
        arrivals.Clear();
        extended.Clear();
        lanesShown = LoanBoardQuery.LanesAtOnce;
        // Before the first read, so that nothing is saved unheard between the two.
        if (RendererInfo.IsInteractive && me.IsKnown)
        {
            subscription ??= feed.Subscribe(me.OrgId, change => _ = InvokeAsync(() => HearAsync(change)));
            company ??= presence.Subscribe(record =>
            {
                if (board?.Cards.Any(card => card.Id == record) is true) _ = InvokeAsync(Draw);
            });
        }
        await ReloadAsync();
    }

    protected override void OnLeft()
    {
        subscription?.Dispose();
        company?.Dispose();
    }

    private async Task ReloadAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        var (turn, waiting) = (++reads, arrivals.Waiting);
        reading++;
        var read = await query.ReadAsync(new(view.Filter, WithPace: true) { Lanes = view.HasLanes ? lanesShown : null, Extended = extended }, Leaving);
        reading--;
        if (turn < shown) return;   // several reads run at once, and a later one was faster

        (shown, refusal) = (turn, read.Refusal);
        arrivals.Forget(waiting.Except(read.Value?.Cards.Select(card => card.Id) ?? []));
        board = read.Value?.Without(arrivals.Holds);
        lanes = board?.Lanes is { } own ? [.. own.Select(LaneOf)] : null;
        Draw();
    }

    /// <summary>What happens draws the board itself, or leads to another address: the page is not drawn for every message once more.</summary>
    Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem callback, object? arg) => callback.InvokeAsync(arg);

    private void Draw()
    {
        var here = presence.Others();
        if (board is { Pace: { } pace })
        {
            if (pace != said) (said, words) = (pace, WordsOf(pace, board.Columns));
            columns = [.. board.Columns.Select(column => ColumnOf(column) with { Cards = here.Count == 0 ? column.Cards : [.. column.Cards.Select(card => here.Contains(card.Id) ? card with { Here = ColleaguesAt(here[card.Id]) } : card)] })];
        }
        StateHasChanged();
    }

    /// <summary>Somebody saved something: cards in sight change where they stand, and loans others bring in wait behind a pill.</summary>
    private async Task HearAsync(LiveChange change)
    {
        if (change.Touches(LoanTables.Tasks)) _ = tasksLater.AskAsync(ReloadAsync, Leaving);
        if (!change.Touches(LoanTables.Loans) || await toast.IsOwnAsync(change, Leaving)) return;
        if (change is { More: false } && change.MemberId != me.Id && board is { Count: > 0 })
            foreach (var id in change.Rows[LoanTables.Loans].Except(board.Cards.Select(card => card.Id))) arrivals.Hold(id);
        await ReloadAsync();
        FollowUp();
    }

    /// <summary>A card was moved here: drawn from what is known where that is all there is to it, read anew where it is not.</summary>
    private Task MovedAsync(LoanBoardCard card, LoanBoardColumn to)
    {
        FollowUp();
        if (reading > 0 || board?.Moved(card.Id, to.Id, view.Filter) is not { } now) return ReloadAsync();
        board = now;
        Draw();
        return Task.CompletedTask;
    }

    private void FollowUp() => _ = paceLater.AskAsync(FollowAsync, Leaving);

    private async Task FollowAsync()
    {
        if (board is null || (await query.PaceAsync(view.Filter, Leaving)).Value is not { } pace || board is null) return;
        board = board with { Pace = pace };
        var now = WordsOf(pace, board.Columns);
        if (now.All(column => words.TryGetValue(column.Key, out var shown) && (shown.Goal, shown.Trend.Says, shown.Trend.Latest) == (column.Value.Goal, column.Value.Trend.Says, column.Value.Trend.Latest))) said = pace;
        else Draw();
    }

    private static Dictionary<Guid, (BoardGoal? Goal, BoardTrend Trend)> WordsOf(LoanPace pace, IEnumerable<LoanBoardColumn> columns) =>
        columns.ToDictionary(column => column.Id, column => (LoanPaceWords.GoalOf(pace, column.Id, column.Name), LoanPaceWords.TrendOf(pace, column.Id, column.Name)));

    private Task ShowNewAsync()
    {
        arrivals.Clear();
        return ReloadAsync();
    }

    private Task MoreAsync(BoardPlace place)
    {
        if (!Guid.TryParse(place.ColumnId, out var stageId)) return Task.CompletedTask;
        var at = new LoanBoardPlace(stageId, place.LaneId is not null, Guid.TryParse(place.LaneId, out var officer) ? officer : null);
        extended[at] = extended.GetValueOrDefault(at, at.IsLane ? LoanBoardQuery.CardsPerLane : LoanBoardQuery.CardsPerColumn) + LoanBoardQuery.MoreCards;
        return ReloadAsync();
    }

    private Task MoreLanesAsync()
    {
        lanesShown += LoanBoardQuery.LanesAtOnce;
        return ReloadAsync();
    }

    private static Piece SumsOf(LoanBoard board)
    {
        Html sums = $"";
        if (board is { Sum: { } sum, Weighted: { } weighted }) sums = $" · <b>{Dollars.Short(sum)}</b> · weighted <b>{Dollars.Short(weighted)}</b>";
        return Html.Of($"<b>{board.Count}</b> {(board.Count == 1 ? "loan" : "loans")}{sums}");
    }

    private static string LaneOf(LoanBoardCard card) => card.OfficerId?.ToString() ?? Nobody;

    private static BoardLane LaneOf(LoanBoardLane lane) => new(
        lane.OfficerId?.ToString() ?? Nobody, lane.Name, lane.OfficerId is null ? null : lane.Name, lane.Count, lane.Sum, lane.Counts.ToDictionary(stage => stage.Key.ToString(), stage => stage.Value));

    private BoardColumn<LoanBoardCard> ColumnOf(LoanBoardColumn column) => new()
    {
        Id = column.Id.ToString(), Name = column.Name, Color = column.Color, Count = column.Count, Sum = column.Sum, Weighted = column.Weighted,
        Probability = column.Probability, Hint = $"{column.Probability:0} % of the loans here are expected to fund", Cards = column.Cards,
        StartsFolded = column.Count == 0, Goal = words.GetValueOrDefault(column.Id).Goal, Trend = words.GetValueOrDefault(column.Id).Trend,
    };

    private Colleagues ColleaguesAt(IEnumerable<Sighting> here) => new(here.Select(seen => new Colleague(choices?.Name(seen.MemberId) ?? "A colleague", seen.IsEditing)));
}

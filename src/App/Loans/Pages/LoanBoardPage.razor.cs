using CrmStudio.App.Kit.Arrivals;
using CrmStudio.App.Kit.Board;
using CrmStudio.App.Kit.Marks;
using CrmStudio.App.Loans.Parts;
using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.UseCases;
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
    LoanBoardQuery query, LoanChoicesQuery choiceQuery, NavigationManager navigation, AdvanceLoan advance, EndLoan end, UndoToast toast, OrganizationFeed feed, PresenceDesk presence, CurrentMember me)
{
    private static readonly BoardOutcome[] outcomes =
    [
        new(nameof(EndingKind.Withdrawn), "Withdrawn", "undo"),
        new(nameof(EndingKind.Denied), "Denied", "x"),
        new(nameof(EndingKind.Lost), "Lost, with reason", "flag"),
    ];

    private readonly Arrivals arrivals = new();
    private LoanView view = LoanView.Everything;
    private LoanChoices? choices;
    private LoanBoard? board;
    private IReadOnlyList<BoardColumn<LoanBoardCard>> columns = [];
    private Refusal? refusal;
    private ReasonDialog why = default!;
    private EndLoanDialog how = default!;
    private IDisposable? subscription, company;

    [SupplyParameterFromQuery(Name = "f")] public string[]? Filter { get; set; }

    [SupplyParameterFromQuery] public string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = "cols")] public string? Columns { get; set; }

    [SupplyParameterFromQuery] public Guid? View { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        view = LoanView.Parse(Filter, Sort, Columns);
        choices ??= (await choiceQuery.ReadAsync(Leaving)).Value;
        arrivals.Clear();
        await ReloadAsync();
        if (!RendererInfo.IsInteractive || !me.IsKnown) return;
        subscription ??= feed.Subscribe(me.OrgId, change => _ = InvokeAsync(() => HearAsync(change)));
        company ??= presence.Subscribe(record =>
        {
            if (board?.Cards.Any(card => card.Id == record) is true) _ = InvokeAsync(Draw);
        });
    }

    protected override void OnLeft()
    {
        subscription?.Dispose();
        company?.Dispose();
    }

    private async Task ReloadAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        var read = await query.ReadAsync(new(view.Filter, WithPace: true), Leaving);
        refusal = read.Refusal;
        arrivals.KeepOnly(read.Value?.Cards.Select(card => card.Id) ?? []);
        board = read.Value?.Without(arrivals.Holds);
        Draw();
    }

    private void Draw()
    {
        var here = presence.Others();
        if (board is { Pace: { } pace })
            columns = [.. board.Columns.Select(column => ColumnOf(column, pace) with { Cards = [.. column.Cards.Select(card => card with { Here = ColleaguesAt(here[card.Id]) })] })];
        StateHasChanged();
    }

    /// <summary>Somebody saved something: cards in sight change where they stand, and loans others bring in wait behind a pill.</summary>
    private async Task HearAsync(LiveChange change)
    {
        if (!change.Touches(LoanTables.Loans)) return;
        if (change is { More: false } && change.MemberId != me.Id && board is { Count: > 0 })
            foreach (var id in change.Rows[LoanTables.Loans].Except(board.Cards.Select(card => card.Id))) arrivals.Hold(id);
        await ReloadAsync();
    }

    private Task ShowNewAsync()
    {
        arrivals.Clear();
        return ReloadAsync();
    }

    private async Task MoveAsync(BoardMove move)
    {
        if (!Guid.TryParse(move.CardId, out var loanId) || !Guid.TryParse(move.ToColumnId, out var stageId))
        {
            move.Refuse(Refusal.NotFound);
            return;
        }

        var outcome = await advance.RunAsync(new(loanId, stageId, null), CancellationToken.None);
        if (outcome.Refusal?.Code == "loans.reason-needed")
        {
            var card = board?.Cards.FirstOrDefault(c => c.Id == loanId);
            var stage = board?.Columns.FirstOrDefault(column => column.Id == stageId);
            var reason = await why.AskAsync($"Move {card?.BorrowerName} back to {stage?.Name}?", "The history keeps the reason.", "Move back");
            if (reason is not null) outcome = await advance.RunAsync(new(loanId, stageId, reason), CancellationToken.None);
        }

        move.Refuse(outcome.Refusal);
        if (outcome.IsDone) toast.Show(outcome, ReloadAsync);
        await ReloadAsync();
    }

    private async Task EndAsync(BoardMove move)
    {
        if (!Guid.TryParse(move.CardId, out var loanId) || !Enum.TryParse<EndingKind>(move.ToColumnId, out var kind) || board is null) return;
        var card = board.Cards.FirstOrDefault(c => c.Id == loanId);
        var offered = board.Endings.Where(ending => ending.Kind == kind).Select(ending => new LoanEndingOption(ending.Id, ending.Name, ending.NeedsReason)).ToList();
        if (card is null || await how.AskAsync(card.BorrowerName, offered) is not var (endingId, reason)) return;

        toast.Show(await end.RunAsync(new(loanId, endingId, reason), CancellationToken.None), ReloadAsync);
        await ReloadAsync();
    }

    private static BoardColumn<LoanBoardCard> ColumnOf(LoanBoardColumn column, LoanPace pace) => new()
    {
        Id = column.Id.ToString(), Name = column.Name, Color = column.Color, Count = column.Count, Sum = column.Sum, Weighted = column.Weighted,
        Hint = $"{column.Probability:0} % of the loans here are expected to fund", Cards = column.Cards,
        StartsFolded = column.Count == 0, Goal = LoanPaceWords.GoalOf(pace, column.Id, column.Name), Trend = LoanPaceWords.TrendOf(pace, column.Id, column.Name),
    };

    private Colleagues ColleaguesAt(IEnumerable<Sighting> here) => new(here.Select(seen => new Colleague(choices?.Name(seen.MemberId) ?? "A colleague", seen.IsEditing)));
}

using CrmStudio.App.Kit.Board;
using CrmStudio.App.Kit.ConfirmDialog;
using CrmStudio.App.Kit.Toasts;
using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.UseCases;
using CrmStudio.App.Loans.Views;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Pipelines;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Parts;

/// <summary>Carries out what was done with cards of the board, one or several, and says what did not go.</summary>
public partial class LoanMoves(AdvanceLoan advance, AdvanceLoans advanceMany, EndLoans end, UndoToast toast, Toasts toasts)
{
    /// <summary>Gives cards to another officer.</summary>
    public const string GiveAway = "officer";

    // More than these are listed in a dialog instead of a toast.
    private const int MostInToast = 2;

    private ReasonDialog why = default!;
    private EndLoanDialog how = default!;
    private LoanBulkDialog bulk = default!;
    private ConfirmDialog leftDialog = default!;
    private IReadOnlyList<LoanLeft> left = [];
    private LoanChoices? drawn;

    /// <summary>The board as it is drawn.</summary>
    [Parameter, EditorRequired] public LoanBoard Board { get; set; } = default!;

    /// <summary>The view it shows.</summary>
    [Parameter, EditorRequired] public LoanView View { get; set; } = LoanView.Everything;

    /// <summary>People to choose.</summary>
    [Parameter, EditorRequired] public LoanChoices Choices { get; set; } = default!;

    /// <summary>Shows the board anew.</summary>
    [Parameter, EditorRequired] public Func<Task> Reload { get; set; } = default!;

    /// <summary>Shows the board with a card in another column.</summary>
    [Parameter, EditorRequired] public Func<LoanBoardCard, LoanBoardColumn, Task> Moved { get; set; } = default!;

    /// <summary>Nothing of it depends on the board it is handed with every change; a question draws itself.</summary>
    protected override bool ShouldRender()
    {
        var isToDraw = drawn?.Names != Choices.Names;
        drawn = Choices;
        return isToDraw;
    }

    /// <summary>Cards were let go over another column.</summary>
    public async Task MoveAsync(BoardMove move)
    {
        if (Board.Columns.FirstOrDefault(column => column.Id.ToString() == move.ToColumnId) is not { } to || Cards(move.CardIds) is not { Count: > 0 } cards)
        {
            move.Refuse(Refusal.NotFound);
            return;
        }
        if (move.CardIds.Count == 1 && await MoveOneAsync(move, cards[0], to)) await Moved(cards[0], to);
        else
        {
            if (move.CardIds.Count > 1) await MoveManyAsync(move, cards, to);
            await Reload();
        }
    }

    /// <summary>Cards were dropped on a way out.</summary>
    public async Task EndAsync(BoardMove move)
    {
        if (!Enum.TryParse<EndingKind>(move.ToColumnId, out var kind) || Cards(move.CardIds) is not { Count: > 0 } cards) return;
        var offered = Board.Endings.Where(ending => ending.Kind == kind).Select(ending => new LoanEndingOption(ending.Id, ending.Name, ending.NeedsReason, ending.Kind)).ToList();
        if (await how.AskAsync(cards is [var only] ? $"the loan of {only.BorrowerName}" : $"{cards.Count} loans", offered) is not { } asked) return;

        Say(await end.RunAsync(new([.. cards.Select(card => card.Id)], asked.EndingId, asked.Reason, asked.Denial, asked.OtherDenial), CancellationToken.None));
        await Reload();
    }

    /// <summary>A verb was chosen for cards. A lane is an officer, so a card changes lanes here and not by dragging.</summary>
    public async Task ActAsync(BoardAct act)
    {
        if (act.VerbId != GiveAway || Cards(act.CardIds) is not { Count: > 0 } cards) return;
        if (await bulk.AskAsync(BulkField.Officer, cards is [var only] ? only.BorrowerName : $"{cards.Count} selected", View, [.. cards.Select(card => card.Id)]) is not { } outcome) return;
        toast.Show(outcome, Reload);
        await Reload();
    }

    private async Task<bool> MoveOneAsync(BoardMove move, LoanBoardCard card, LoanBoardColumn to)
    {
        var outcome = await advance.RunAsync(new(card.Id, to.Id, null), CancellationToken.None);
        if (outcome.Refusal?.Code == "loans.reason-needed"
            && await why.AskAsync($"Move {card.BorrowerName} back to {to.Name}?", "The history keeps the reason.", "Move back") is { } reason)
            outcome = await advance.RunAsync(new(card.Id, to.Id, reason), CancellationToken.None);
        move.Refuse(outcome.Refusal);
        if (outcome.IsDone) toast.Show(outcome, Reload);
        return outcome.IsDone;
    }

    private async Task MoveManyAsync(BoardMove move, List<LoanBoardCard> cards, LoanBoardColumn to)
    {
        var ids = cards.Select(card => card.Id).ToList();
        var outcome = await advanceMany.RunAsync(new(ids, to.Id, null), CancellationToken.None);
        if (outcome.Refusal?.Code == "loans.reason-needed")
        {
            var back = Board.Columns.Where(column => column.Position > to.Position).SelectMany(column => column.Cards).Count(card => ids.Contains(card.Id));
            if (await why.AskAsync($"Move {back} of {cards.Count} loans back to {to.Name}?", "The history of each that goes back keeps the reason.", "Move") is not { } reason)
            {
                move.LeaveBehind(move.CardIds);
                return;
            }
            outcome = await advanceMany.RunAsync(new(ids, to.Id, reason), CancellationToken.None);
        }
        if (outcome.Value is not { } moved) move.Refuse(outcome.Refusal);
        else
        {
            move.LeaveBehind(moved.Left.Select(loan => loan.LoanId.ToString()));
            Say(moved);
        }
    }

    /// <summary>Says what moved, and every loan that did not.</summary>
    private void Say(Outcome<LoansMoved> outcome)
    {
        if (outcome.Value is not { } moved)
        {
            toasts.Refused(outcome.Refusal!);
            return;
        }
        if (moved.Changed is { } changed) toast.Show(changed, Reload);
        left = moved.Left;
        if (left.Count is > 0 and <= MostInToast) toasts.Refused(string.Join(" ", left.Select(loan => $"{loan.Borrower} stays: {loan.Why}")), [.. left.Select(loan => loan.Borrower)]);
        // The cards must not wait for the reader: the dialog goes on by itself.
        else if (left.Count > 0) _ = InvokeAsync(() => leftDialog.AskAsync($"{left.Count} loans stayed where they are", moved.Count > 0 ? $"{moved.Count} moved. Of the others each has its reason." : "Each has its reason.", null));
    }

    private List<LoanBoardCard> Cards(IReadOnlyList<string> ids) => [.. Board.Cards.Where(card => ids.Contains(card.Id.ToString()))];
}

using CrmStudio.App.Kit.DataTable;
using CrmStudio.App.Kit.MoneyField;
using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.UseCases;
using CrmStudio.Domain.Common;

namespace CrmStudio.App.Loans.Pages;

/// <summary>Changing cells in place. A value somebody else put there meanwhile is shown beside one's own, never overwritten unseen.</summary>
public partial class LoanGridPage
{
    private string? yours, theirs;

    private async Task EditAsync(CellEdit edit)
    {
        if (!Guid.TryParse(edit.RowKey, out var loanId))
        {
            edit.Refuse(Refusal.NotFound);
            return;
        }
        var outcome = await editCell.RunAsync(new(loanId, edit.ColumnId, edit.Was, edit.Text), CancellationToken.None);

        // A question must not keep the cell waiting: the editor closes, the dialog goes on by itself.
        if (outcome.Refusal?.Code == "loans.reason-needed") _ = InvokeAsync(() => ExplainAsync(loanId, edit));
        else if (outcome.Value is { IsConflict: true } conflicting) _ = InvokeAsync(() => DecideAsync(loanId, edit, conflicting.Theirs));
        else
        {
            edit.Refuse(outcome.Refusal);
            if (outcome.Value is { Changed: { } changed, Row: { } row }) await SavedAsync(row, changed, edit.ColumnId);
        }
    }

    private async Task ExplainAsync(Guid loanId, CellEdit edit)
    {
        var question = $"Move {rows.Find(row => row.Id == loanId)?.BorrowerName} back to {Shown(edit.ColumnId, edit.Text)}?";
        if (await why.AskAsync(question, "The history keeps the reason.", "Move back") is { } reason)
            await SettleAsync(edit.ColumnId, await editCell.RunAsync(new(loanId, edit.ColumnId, edit.Was, edit.Text, reason), CancellationToken.None));
    }

    private async Task DecideAsync(Guid loanId, CellEdit edit, string? now)
    {
        (yours, theirs) = (Shown(edit.ColumnId, edit.Text), Shown(edit.ColumnId, now));
        await RefreshAsync([loanId]);
        var isMine = await conflict.AskAsync($"{rows.Find(row => row.Id == loanId)?.BorrowerName} was changed meanwhile", "Somebody saved this field while you were typing. Which value is right?", "Save mine");
        if (isMine) await SettleAsync(edit.ColumnId, await editCell.RunAsync(new(loanId, edit.ColumnId, now, edit.Text), CancellationToken.None));
    }

    private async Task SettleAsync(string cell, Outcome<EditLoanCell.Result> outcome)
    {
        if (outcome.Value is { Changed: { } changed, Row: { } row }) await SavedAsync(row, changed, cell);
        else toast.Show(outcome.Refusal ?? Refusal.ChangedMeanwhile, ReloadAsync);
    }

    private Task SavedAsync(LoanGridRow row, Shell.Undo.Changed changed, string cell)
    {
        toast.Show(changed, () => RefreshAsync([row.Id]));
        return RedrawAsync(row with { DueOn = rows.Find(known => known.Id == row.Id)?.DueOn }, cell);
    }

    private string Shown(string cell, string? value) => cell switch
    {
        _ when value is null => "empty",
        LoanCells.Amount => MoneyField.TryRead(value, out var amount) && amount is { } dollars ? Dollars.Full(dollars) : value,
        LoanCells.Closing => DateOnly.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var day) ? LoanWords.Day(day, viewer.Today) : value,
        LoanCells.Officer => choices!.Name(Guid.TryParse(value, out var member) ? member : null) ?? "a former colleague",
        _ => choices!.Stage(Guid.TryParse(value, out var stage) ? stage : Guid.Empty)?.Name ?? "a former stage",
    };
}

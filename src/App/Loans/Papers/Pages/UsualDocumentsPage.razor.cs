using CrmStudio.App.Loans.Papers.Queries;
using CrmStudio.App.Loans.Papers.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Papers;

namespace CrmStudio.App.Loans.Papers.Pages;

/// <summary>Where an administrator says which documents are usually asked for, and for which loans.</summary>
public partial class UsualDocumentsPage(NeedTemplatesQuery query, SaveNeedTemplate save, MoveNeedTemplate move, RemoveNeedTemplate remove, AddUsualNeeds usual, UndoToast toast)
{
    private IReadOnlyList<NeedTemplateLine>? lines;
    private Refusal? refusal, formRefusal;
    private Guid? editing;
    private bool isAdding;

    protected override Task OnInitializedAsync() => ReloadAsync();

    private async Task ReloadAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        var read = await query.ReadAsync(Leaving);
        (lines, refusal) = (read.Value, read.Refusal);
        StateHasChanged();
    }

    private void Edit(Guid id) => (editing, isAdding, formRefusal) = (id, false, null);

    private void Add() => (editing, isAdding, formRefusal) = (null, true, null);

    private async Task SaveAsync(Guid? id, NeedTemplateDraft draft)
    {
        var outcome = await save.RunAsync(new(id, draft), CancellationToken.None);
        formRefusal = outcome.Refusal;
        if (outcome.IsDone) (editing, isAdding) = (null, false);
        if (outcome.Refusal?.Field is null) toast.Show(outcome, ReloadAsync);
        await ReloadAsync();
    }

    private async Task ShownAsync(Task<Outcome<Changed>> verb)
    {
        toast.Show(await verb, ReloadAsync);
        await ReloadAsync();
    }

    private static string Describe(NeedTemplateDraft draft) => string.Join(" · ", new[]
    {
        draft.FromBorrower ? "From the borrower" : "Not from the borrower",
        draft.Verifies ? "verifies the application" : null,
        draft.DueInDays is { } due ? $"due in {due} days" : null,
        draft.GoodForDays is { } good ? $"good for {good} days" : null,
        Only(draft.MortgageTypes.Select(LoanWords.Of)), Only(draft.Purposes.Select(LoanWords.Of)), Only(draft.Occupancies.Select(LoanWords.Of)),
    }.OfType<string>());

    private static string? Only(IEnumerable<string> words) => string.Join(", ", words) is { Length: > 0 } listed ? $"only {listed}" : null;
}

using CrmStudio.App.Hosting;
using CrmStudio.App.Kit.ConfirmDialog;
using CrmStudio.App.Kit.Toasts;
using CrmStudio.App.Loans.Papers.Queries;
using CrmStudio.App.Loans.Papers.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using Microsoft.JSInterop;

namespace CrmStudio.App.Loans.Papers.Parts;

/// <summary>The documents of a loan: what is asked for, what came, what the borrower was told.</summary>
public partial class DocumentsTab(LoanPapersQuery query, TellBorrower tell, MakeBorrowerLink makeLink, RevokeBorrowerLinks revoke, Toasts toasts, ViewerClock clock, IJSRuntime js)
{
    private LoanPapers? papers;
    private Refusal? refusal;
    private ConfirmDialog ask = default!;
    private bool isAsking;
    private Uri? link;

    private ViewerClock Clock => clock;

    private PaperLine? Opened => papers!.Lines.FirstOrDefault(line => line.Id == Opens);

    private IEnumerable<(string Name, IReadOnlyList<PaperLine> Lines)> Groups => new (string, IReadOnlyList<PaperLine>)[]
    {
        ("To review", [.. papers!.Lines.Where(line => line.IsToReview)]),
        ("Waiting", [.. papers.Lines.Where(line => line.IsAwaited).OrderBy(line => !line.IsRequired).ThenBy(line => line.DueOn ?? DateOnly.MaxValue)]),
        ("Settled", [.. papers.Lines.Where(line => line is { IsToReview: false, IsAwaited: false })]),
    }.Where(group => group.Item2.Count > 0);

    protected override Task OnParametersSetAsync() => ReloadAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await using (await js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/uploads.js"]}")) { }
    }

    private async Task ReloadAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        var read = await query.ReadAsync(Loan.Id, Leaving);
        (papers, refusal) = (read.Value, read.Refusal);
        StateHasChanged();
    }

    // The page shows the toast and gives the loan anew, and with it this part reads again.
    private Task SavedAsync(Outcome<Changed> outcome) => OnSaved.InvokeAsync(outcome);

    private async Task AskedAsync(Outcome<Changed> outcome)
    {
        if (outcome.IsDone) isAsking = false;
        await SavedAsync(outcome);
    }

    private async Task TellAsync() => await SaidAsync(await tell.RunAsync(new(Loan.Id), CancellationToken.None));

    private async Task MakeLinkAsync()
    {
        var made = await makeLink.RunAsync(new(Loan.Id), CancellationToken.None);
        if (made.IsDone) link = made.Value;
        else toasts.Refused(made.Refusal);
        await ReloadAsync();
    }

    private async Task RevokeAsync()
    {
        if (!await ask.AskAsync("Revoke the borrower's links?", "Whoever has one sees nothing any more. The next mail brings a new link.", "Revoke")) return;
        link = null;
        await SaidAsync(await revoke.RunAsync(new(Loan.Id), CancellationToken.None));
    }

    private Task SaidAsync(Outcome<Changed> outcome)
    {
        if (outcome.IsDone) toasts.Done(outcome.Value.Summary);
        else toasts.Refused(outcome.Refusal);
        return ReloadAsync();
    }
}

using CrmStudio.App.Kit.Toasts;
using CrmStudio.App.Loans.Credit.Queries;
using CrmStudio.App.Loans.Credit.UseCases;
using CrmStudio.App.Loans.Parts;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Credit;

namespace CrmStudio.App.Loans.Credit.Parts;

/// <summary>Credit of the borrowers. The officer sees the scores; others who may read them ask for them first, because each such reading is written down.</summary>
public partial class CreditTab(LoanCreditQuery query, CreditScoresQuery scoreQuery, StrikeCreditPull strike, Toasts toasts)
{
    private LoanCredit? view;
    private LoanScores? scores;
    private Refusal? refusal;
    private Guid? writing;
    private ReasonDialog reason = default!;
    private bool isBusy;

    protected override async Task OnParametersSetAsync()
    {
        var read = await query.ReadAsync(Loan.Id, Leaving);
        (view, refusal) = (read.Value, read.Refusal);
        if (view is not { SeesScores: true }) scores = null;
        else if (view.IsOfficer) scores = (await scoreQuery.ReadAsync(Loan.Id, Leaving)).Value;
        else if (scores is not null && !view.Borrowers.SelectMany(borrower => borrower.Pulls).All(pull => scores.ByPull.ContainsKey(pull.Id) && pull.StruckAt is null)) scores = null;   // what was shown is not all any more
    }

    private async Task RevealAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var read = await scoreQuery.ReadAsync(Loan.Id, Leaving);
        (isBusy, scores) = (false, read.Value);
        if (read.Refusal is { } no) toasts.Refused(no);
    }

    private async Task SavedAsync(Outcome<Changed> outcome)
    {
        writing = null;
        if (outcome.Value is { UndoId: null } done) toasts.Done(done.Summary);
        await OnSaved.InvokeAsync(outcome);
    }

    private async Task StrikeAsync(CreditPullLine pull, string borrower)
    {
        if (await reason.AskAsync($"Strike the pull of {CreditWords.Day(pull.PulledOn)}?", $"It counts nowhere any more. The record of {borrower} keeps it with the reason.", "Strike") is { } because)
            await OnSaved.InvokeAsync(await strike.RunAsync(new(pull.Id, because), CancellationToken.None));
    }

    private string ScoreOf(Guid pullId, CreditBureau bureau) => scores?.ByPull.GetValueOrDefault(pullId)?.FirstOrDefault(line => line.Bureau == bureau) switch
    {
        null => "•••",
        { Score: { } score } => $"{score}",
        _ => "none",
    };
}

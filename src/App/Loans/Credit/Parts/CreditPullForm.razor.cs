using CrmStudio.App.Loans.Credit.Queries;
using CrmStudio.App.Loans.Credit.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Credit;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Credit.Parts;

/// <summary>Writes a credit pull down. What was typed stays when it is refused, with the reason at its field.</summary>
public partial class CreditPullForm(RecordCreditPull record)
{
    private static readonly HashSet<string> fields = ["PulledOn", "Purpose", "AuthorizedBy", "Method", "AuthorizedOn", "Evidence", "Scores", .. Enum.GetNames<CreditBureau>()];
    private readonly Draft draft = new();
    private Refusal? refusal;
    private bool isBusy;

    /// <summary>The loan.</summary>
    [Parameter, EditorRequired] public Guid LoanId { get; set; }

    /// <summary>Whose credit.</summary>
    [Parameter, EditorRequired] public CreditBorrower Borrower { get; set; } = default!;

    /// <summary>The loan's credit, with the purposes there are.</summary>
    [Parameter, EditorRequired] public LoanCredit Credit { get; set; } = default!;

    /// <summary>The pull was written down.</summary>
    [Parameter] public EventCallback<Outcome<Changed>> OnSaved { get; set; }

    /// <summary>The form is to close.</summary>
    [Parameter] public EventCallback OnClose { get; set; }

    private string? PurposeHelp => Credit.Purposes.FirstOrDefault(purpose => purpose.Name == draft.Purpose)?.Citation;

    protected override void OnInitialized() => (draft.PulledOn, draft.AuthorizedBy) = (Credit.Today, Borrower.Name);

    private async Task SaveAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await record.RunAsync(new CreditPullDraft(
            LoanId, Borrower.PartyId, draft.Inquiry, draft.PulledOn, draft.Purpose, new CreditAuthorization(draft.AuthorizedBy, draft.Method, draft.AuthorizedOn, draft.Evidence), draft.Model,
            [.. draft.Scores.Where(line => line.IsAsked).Select(line => new ScoreLine(line.Bureau, line.Score))]), CancellationToken.None);
        (isBusy, refusal) = (false, outcome.Refusal);
        if (outcome.IsDone) await OnSaved.InvokeAsync(outcome);
    }

    private string? ErrorOf(string field) => refusal?.Field == field ? refusal.Message : null;

    private sealed class Draft
    {
        public DateOnly? PulledOn { get; set; }

        public CreditInquiry Inquiry { get; set; }

        public string? Purpose { get; set; }

        public string? AuthorizedBy { get; set; }

        public AuthorizationMethod? Method { get; set; }

        public DateOnly? AuthorizedOn { get; set; }

        public string? Evidence { get; set; }

        public CreditModel Model { get; set; }

        public IReadOnlyList<Line> Scores { get; } = [.. Enum.GetValues<CreditBureau>().Select(bureau => new Line { Bureau = bureau })];
    }

    private sealed class Line
    {
        public CreditBureau Bureau { get; init; }

        public bool IsAsked { get; set; } = true;

        public int? Score { get; set; }
    }
}

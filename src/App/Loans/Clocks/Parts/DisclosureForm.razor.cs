using CrmStudio.App.Loans.Clocks.Queries;
using CrmStudio.App.Loans.Clocks.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Clocks;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Clocks.Parts;

/// <summary>Records a disclosure. A refusal stands at its field and nothing typed is lost.</summary>
public partial class DisclosureForm(RecordDisclosure record)
{
    private Draft draft = new();
    private Refusal? refusal;
    private bool isBusy;

    [Parameter, EditorRequired] public LoanDisclosures View { get; set; } = default!;

    [Parameter] public EventCallback<Outcome<Changed>> OnSaved { get; set; }

    private bool IsRevision => draft.Kind == DisclosureKind.LoanEstimate && View.Lines.Any(line => line.Kind == DisclosureKind.LoanEstimate);

    protected override void OnInitialized() => draft = new Draft
    {
        Kind = View.Lines.Any(line => line.Kind == DisclosureKind.ClosingDisclosure) ? DisclosureKind.ClosingDisclosure : DisclosureKind.LoanEstimate,
        SentOn = View.Today, Product = View.Product, IsRateLocked = View.IsLocked,
    };

    private void Toggle(ChangeReason reason, bool isOn)
    {
        draft.Reasons.Remove(reason);
        if (isOn) draft.Reasons.Add(reason);
    }

    private async Task SaveAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await record.RunAsync(draft.ToDraft(View.LoanId), CancellationToken.None);
        (isBusy, refusal) = (false, outcome.Refusal);
        if (outcome.IsDone) await OnSaved.InvokeAsync(outcome);
    }

    private string? ErrorOf(string field) => refusal?.Field == field ? refusal.Message : null;

    private sealed class Draft
    {
        public DisclosureKind Kind { get; set; }

        public DateOnly SentOn { get; set; }

        public DisclosureMethod Method { get; set; } = DisclosureMethod.Electronic;

        public DateOnly? ReceivedOn { get; set; }

        public string? ReceiptEvidence { get; set; }

        public DateOnly? ConsentOn { get; set; }

        public decimal? Apr { get; set; }

        public string? Product { get; set; }

        public bool HasPrepaymentPenalty { get; set; }

        public bool IsRateLocked { get; set; }

        public bool IsIrregular { get; set; }

        public DateOnly? CostsExpireOn { get; set; }

        public List<ChangeReason> Reasons { get; set; } = [];

        public DateOnly? KnownOn { get; set; }

        public DisclosureDraft ToDraft(Guid loanId) => new()
        {
            LoanId = loanId, Kind = Kind, SentOn = SentOn, Method = Method, ReceivedOn = Method == DisclosureMethod.InPerson ? null : ReceivedOn, ReceiptEvidence = ReceiptEvidence, ConsentOn = ConsentOn, Apr = Apr,
            Product = string.IsNullOrWhiteSpace(Product) ? null : Product.Trim(), HasPrepaymentPenalty = HasPrepaymentPenalty, IsRateLocked = IsRateLocked, IsIrregular = IsIrregular,
            CostsExpireOn = Kind == DisclosureKind.LoanEstimate ? CostsExpireOn : null, Reasons = Reasons, KnownOn = KnownOn,
        };
    }
}

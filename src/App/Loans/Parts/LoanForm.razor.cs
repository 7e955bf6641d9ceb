using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.UseCases;
using CrmStudio.App.Shell.Drafts;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Parts;

/// <summary>Changes the facts of a loan. A refusal stands at its field and nothing typed is lost.</summary>
public partial class LoanForm(EditLoan edit)
{
    private Draft draft = new();
    private Refusal? refusal;
    private bool isBusy;
    private uint seen;
    private DraftKeeper keeper = default!;

    [Parameter, EditorRequired] public LoanDetail Loan { get; set; } = default!;

    [Parameter] public EventCallback<Outcome<Changed>> OnSaved { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    /// <summary>Name of the form in the member's drafts.</summary>
    public static string FormOf(Guid loanId) => $"loans.edit:{loanId}";

    protected override void OnInitialized() => (draft, seen) = (Draft.Of(Loan), Loan.Version);

    private string? ErrorOf(string field) => refusal?.Field == field ? refusal.Message : null;

    private async Task SaveAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await edit.RunAsync(draft.ToInput(Loan.Id, seen), CancellationToken.None);
        (isBusy, refusal) = (false, outcome.Refusal);
        if (!outcome.IsDone) return;
        await keeper.DoneAsync();
        await OnSaved.InvokeAsync(outcome);
    }

    private async Task CancelAsync()
    {
        await keeper.DoneAsync();
        await OnClose.InvokeAsync();
    }

    private sealed class Draft
    {
        public decimal? Amount { get; set; }

        public decimal? PurchasePrice { get; set; }

        public decimal? AppraisedValue { get; set; }

        public decimal? SecondaryFinancing { get; set; }

        public decimal? NoteRate { get; set; }

        public int? TermMonths { get; set; }

        public string? Product { get; set; }

        public LoanPurpose? Purpose { get; set; }

        public Occupancy? Occupancy { get; set; }

        public MortgageType? MortgageType { get; set; }

        public DateOnly? LockedOn { get; set; }

        public DateOnly? LockExpiresOn { get; set; }

        public DateOnly? ClosingOn { get; set; }

        public string? Address { get; set; }

        public string? City { get; set; }

        public string? State { get; set; }

        public string? Zip { get; set; }

        public Guid? OfficerId { get; set; }

        public Guid? ProcessorId { get; set; }

        public static Draft Of(LoanDetail loan) => new()
        {
            Amount = loan.Terms.Amount, PurchasePrice = loan.Terms.PurchasePrice, AppraisedValue = loan.Terms.AppraisedValue, SecondaryFinancing = loan.Terms.SecondaryFinancing,
            NoteRate = loan.Terms.NoteRate, TermMonths = loan.Terms.TermMonths, Product = loan.Terms.Product, Purpose = loan.Terms.Purpose,
            Occupancy = loan.Terms.Occupancy, MortgageType = loan.Terms.MortgageType, LockedOn = loan.LockedOn, LockExpiresOn = loan.LockExpiresOn, ClosingOn = loan.ClosingOn,
            Address = loan.Address, City = loan.City, State = loan.State, Zip = loan.Zip, OfficerId = loan.OfficerId, ProcessorId = loan.ProcessorId,
        };

        public EditLoan.Input ToInput(Guid loanId, uint seen) => new(
            loanId, seen,
            new LoanTerms(Amount, PurchasePrice, AppraisedValue, SecondaryFinancing, Purpose, Occupancy, MortgageType, string.IsNullOrWhiteSpace(Product) ? null : Product.Trim(), TermMonths, NoteRate),
            Address, City, State, Zip, ClosingOn, LockedOn, LockExpiresOn, OfficerId, ProcessorId);
    }
}

using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.UseCases;
using CrmStudio.Domain.Loans;

namespace CrmStudio.App.Loans.Parts;

/// <summary>What stands in the fields of the form.</summary>
public sealed record LoanFormDraft
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

    /// <summary>The fields as they are saved.</summary>
    public static LoanFormDraft Of(LoanDetail loan) => new()
    {
        Amount = loan.Terms.Amount, PurchasePrice = loan.Terms.PurchasePrice, AppraisedValue = loan.Terms.AppraisedValue, SecondaryFinancing = loan.Terms.SecondaryFinancing,
        NoteRate = loan.Terms.NoteRate, TermMonths = loan.Terms.TermMonths, Product = loan.Terms.Product, Purpose = loan.Terms.Purpose,
        Occupancy = loan.Terms.Occupancy, MortgageType = loan.Terms.MortgageType, LockedOn = loan.LockedOn, LockExpiresOn = loan.LockExpiresOn, ClosingOn = loan.ClosingOn,
        Address = loan.Address, City = loan.City, State = loan.State, Zip = loan.Zip, OfficerId = loan.OfficerId, ProcessorId = loan.ProcessorId,
    };

    /// <summary>The fields as they are to be saved, over a version that was seen.</summary>
    public EditLoan.Input ToInput(Guid loanId, uint seen) => new(
        loanId, seen,
        new LoanTerms(Amount, PurchasePrice, AppraisedValue, SecondaryFinancing, Purpose, Occupancy, MortgageType, string.IsNullOrWhiteSpace(Product) ? null : Product.Trim(), TermMonths, NoteRate),
        Address, City, State, Zip, ClosingOn, LockedOn, LockExpiresOn, OfficerId, ProcessorId);
}

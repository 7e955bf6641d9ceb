namespace CrmStudio.App.Loans;

/// <summary>Addresses of the Loans room.</summary>
public static class LoanUrls
{
    public const string Board = "/loans";
    public const string Loan = "/loans/{LoanId:guid}";
    public const string Open = "/loans/new";
    public const string Import = "/loans/import";

    public static string For(Guid loanId) => $"/loans/{loanId}";
}

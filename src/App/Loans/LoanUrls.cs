namespace CrmStudio.App.Loans;

/// <summary>Addresses of the Loans room.</summary>
public static class LoanUrls
{
    public const string Board = "/loans";
    public const string Loan = "/loans/{LoanId:guid}";
    public const string Open = "/loans/new";
    public const string Import = "/loans/import";
    public const string ImportFile = "/loans/import/file";
    public const string ImportSample = "/loans/import/sample.csv";
    public const string ImportOf = "/loans/import/{ImportId:guid}";
    public const string ImportErrors = "/loans/import/{importId:guid}/errors.csv";

    public static string For(Guid loanId) => $"/loans/{loanId}";

    public static string ForImport(Guid importId) => $"{Import}/{importId}";

    public static string ForImportErrors(Guid importId) => $"{Import}/{importId}/errors.csv";
}

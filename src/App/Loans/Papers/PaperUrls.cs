namespace CrmStudio.App.Loans.Papers;

/// <summary>Addresses around documents.</summary>
public static class PaperUrls
{
    /// <summary>Documents of all loans that wait for somebody.</summary>
    public const string Desk = "/loans/papers";

    /// <summary>Which documents are usually asked for.</summary>
    public const string Usual = "/settings/needs";

    /// <summary>The borrower's own page.</summary>
    public const string Borrower = "/your-documents";

    public const string BorrowerFile = "/your-documents/{requestId:guid}/file";
    public const string BorrowerUploads = "/your-documents/{requestId:guid}/uploads";
    public const string BorrowerUpload = "/your-documents/uploads/{uploadId:guid}";
    public const string Link = "/papers/{token}";

    public const string File = "/loans/{loanId:guid}/files/{documentId:guid}";
    public const string Preview = "/loans/{loanId:guid}/files/{documentId:guid}/preview";
    public const string Uploads = "/loans/{loanId:guid}/papers/{requestId:guid}/uploads";
    public const string Upload = "/loans/{loanId:guid}/papers/uploads/{uploadId:guid}";

    /// <summary>Side of a loan's record.</summary>
    public const string DocumentsTab = "documents", ConditionsTab = "conditions";

    public static string ForLink(string token) => $"/papers/{token}";

    public static string ForFile(Guid loanId, Guid documentId) => $"/loans/{loanId}/files/{documentId}";

    public static string ForPreview(Guid loanId, Guid documentId) => $"/loans/{loanId}/files/{documentId}/preview";

    public static string ForUploads(Guid loanId, Guid requestId) => $"/loans/{loanId}/papers/{requestId}/uploads";

    public static string ForPieces(Guid loanId) => $"/loans/{loanId}/papers/uploads/";

    public static string ForBorrowerUploads(Guid requestId) => $"{Borrower}/{requestId}/uploads";

    public static string ForBorrowerFile(Guid requestId) => $"{Borrower}/{requestId}/file";

    /// <summary>Pieces of the borrower's uploads go to this address and the upload's id.</summary>
    public const string BorrowerPieces = "/your-documents/uploads/";

    /// <summary>The documents of a loan, one of them open.</summary>
    public static string ForDocument(Guid loanId, Guid requestId) => $"{LoanUrls.For(loanId, DocumentsTab)}&doc={requestId}";
}

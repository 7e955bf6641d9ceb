namespace CrmStudio.App.Loans.Mismo;

/// <summary>Addresses of MISMO files.</summary>
public static class MismoUrls
{
    public const string Shelf = "/loans/mismo";
    public const string File = "/loans/mismo/file";
    public const string Preview = "/loans/mismo/{FileId:guid}";
    public const string Tab = "mismo";
    public const string Export = "/loans/{loanId:guid}/application.xml";
    public const string Copy = "/loans/{loanId:guid}/mismo/{fileId:guid}.xml";

    public static string For(Guid fileId) => $"{Shelf}/{fileId}";

    /// <summary>The preview beside a loan that is there.</summary>
    public static string For(Guid fileId, Guid loanId) => $"{For(fileId)}?loan={loanId}";

    /// <summary>The preview of a new loan, where others were offered.</summary>
    public static string ForNew(Guid fileId) => $"{For(fileId)}?loan=new";

    public static string ExportOf(Guid loanId) => $"/loans/{loanId}/application.xml";

    public static string CopyOf(Guid loanId, Guid fileId) => $"/loans/{loanId}/mismo/{fileId}.xml";

    public static string Refused(Guid fileId) => $"{Shelf}?refused={fileId}";
}

namespace CrmStudio.Domain.Loans.Papers;

/// <summary>How much may come in. Size and depth of one file are limits of their own.</summary>
public sealed record PaperLimits
{
    /// <summary>Files of one document, all editions together.</summary>
    public int FilesPerRequest { get; init; } = 30;

    /// <summary>Files of one loan.</summary>
    public int FilesPerLoan { get; init; } = 1_000;

    /// <summary>Bytes of all files of an organization, those on their way included.</summary>
    public long BytesPerOrganization { get; init; } = 200L * 1024 * 1024 * 1024;

    /// <summary>Uploads under way at once on one loan.</summary>
    public int UploadsPerLoan { get; init; } = 20;
}

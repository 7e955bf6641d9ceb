using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Papers;

/// <summary>
/// A file on its way in. Stands until the file is kept or given up, so that whatever a crash leaves in the store is found: the file's
/// id is known before its first byte.
/// </summary>
public sealed class LoanUpload : Entity
{
    /// <summary>How long a file may take.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private LoanUpload() { }

    /// <summary>Announces a file.</summary>
    /// <param name="request">The document it comes for.</param>
    /// <param name="fileName">What the sender calls it.</param>
    /// <param name="size">Bytes announced.</param>
    /// <param name="stamp">What the sender's device says of the file besides, so that it is known again after a pause.</param>
    /// <param name="linkId">The borrower's link it comes through.</param>
    /// <param name="by">The member; empty when the borrower sends it.</param>
    /// <param name="at">When.</param>
    public LoanUpload(DocumentRequest request, string fileName, long size, string? stamp, Guid? linkId, Guid by, DateTimeOffset at) =>
        (LoanId, RequestId, FileName, Size, Stamp, LinkId, SentBy, BegunAt) = (request.LoanId, request.Id, LoanDocument.Named(fileName), size, stamp is { Length: > 40 } ? stamp[..40] : stamp, linkId, by, at);

    /// <summary>The loan.</summary>
    public Guid LoanId { get; private set; }

    /// <summary>The document it comes for.</summary>
    public Guid RequestId { get; private set; }

    /// <summary>What the sender calls it.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Bytes announced.</summary>
    public long Size { get; private set; }

    /// <summary>What the device says of the file besides: when it was last changed.</summary>
    public string? Stamp { get; private set; }

    /// <summary>The borrower's link it comes through.</summary>
    public Guid? LinkId { get; private set; }

    /// <summary>The member; empty when the borrower sends it.</summary>
    public Guid SentBy { get; private set; }

    /// <summary>When it began.</summary>
    public DateTimeOffset BegunAt { get; private set; }

    /// <summary>Whether it took longer than a file may.</summary>
    public bool IsGivenUp(DateTimeOffset now) => now >= BegunAt + Lifetime;
}

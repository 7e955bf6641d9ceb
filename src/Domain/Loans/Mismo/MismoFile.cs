using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Mismo;

/// <summary>
/// A MISMO file that came in. What is kept of it in the file store is a copy without what nobody may see (<see cref="MismoPrivacy"/>); of
/// what really came only the hash stays, which proves it.
/// </summary>
public sealed class MismoFile : Entity, INamedRecord
{
    /// <summary>Longest name of a file.</summary>
    public const int NameMaxLength = 200;

    /// <summary>Longest reason of a refusal.</summary>
    public const int ReasonMaxLength = 400;

    private MismoFile() { }

    /// <summary>A file as it came.</summary>
    /// <param name="name">What its sender called it.</param>
    /// <param name="size">Its bytes.</param>
    /// <param name="sha256">SHA-256 of its bytes, as lower-case hexadecimal digits.</param>
    /// <param name="by">Who sent it.</param>
    /// <param name="at">When.</param>
    public MismoFile(string name, long size, string sha256, Guid by, DateTimeOffset at) =>
        (FileName, Size, Sha256, ReceivedBy, ReceivedAt) = (name.Length <= NameMaxLength ? name : name[..NameMaxLength], size, sha256, by, at);

    /// <summary>What its sender called it.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Bytes of what came.</summary>
    public long Size { get; private set; }

    /// <summary>SHA-256 of what came, as lower-case hexadecimal digits.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Who sent it.</summary>
    public Guid ReceivedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>Why it was not read; null where it was.</summary>
    public string? RefusedFor { get; private set; }

    /// <summary>The copy in the store; null where it was refused.</summary>
    public Guid? CopyId { get; private set; }

    /// <summary>SHA-256 of the copy.</summary>
    public string? CopySha256 { get; private set; }

    /// <summary>The loan it was written to; null while it was not.</summary>
    public Guid? LoanId { get; private set; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset? SavedAt { get; private set; }

    /// <summary>The loss report of that, as JSON; null while it was not written.</summary>
    public string? Report { get; private set; }

    /// <inheritdoc />
    public string RecordName => FileName;

    /// <summary>Says why it was not read.</summary>
    public void Refuse(Refusal refusal) => RefusedFor = refusal.Message.Length <= ReasonMaxLength ? refusal.Message : refusal.Message[..ReasonMaxLength];

    /// <summary>Says which copy is kept.</summary>
    public void KeptAs(Guid copyId, string sha256) => (CopyId, CopySha256) = (copyId, sha256);

    /// <summary>Notes that it was written to a loan.</summary>
    /// <param name="loanId">The loan.</param>
    /// <param name="report">The loss report, as JSON.</param>
    /// <param name="at">When.</param>
    public Outcome Save(Guid loanId, string report, DateTimeOffset at)
    {
        if (CopyId is null) return MismoRefusals.FileMissing;
        if (LoanId is not null) return MismoRefusals.SavedAlready;
        (LoanId, Report, SavedAt) = (loanId, report, at);
        return Outcome.Done;
    }
}

using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Papers;

/// <summary>One file that came for a document of a loan. It never changes; its bytes are in the file store.</summary>
public sealed class LoanDocument : Entity, INamedRecord
{
    /// <summary>Longest file name kept.</summary>
    public const int FileNameMaxLength = 160;

    private LoanDocument() { }

    /// <summary>Keeps what is known about a file.</summary>
    /// <param name="request">The document it came for; it has received the file already, so its edition is the file's.</param>
    /// <param name="fileId">Where its bytes are in the store.</param>
    /// <param name="fileName">What the sender called it.</param>
    /// <param name="kind">What it is, by its bytes.</param>
    /// <param name="size">Bytes kept.</param>
    /// <param name="sha256">SHA-256 of the bytes kept, in hexadecimal.</param>
    /// <param name="canBeShown">Whether a browser may show it in the app.</param>
    /// <param name="removed">What was taken out of it.</param>
    /// <param name="linkId">The borrower's link it came through; null when a member brought it.</param>
    /// <param name="by">The member; empty when the borrower sent it.</param>
    /// <param name="at">When.</param>
    public LoanDocument(DocumentRequest request, Guid fileId, string fileName, FileKind kind, long size, string sha256, bool canBeShown, IEnumerable<string> removed, Guid? linkId, Guid by, DateTimeOffset at)
    {
        (LoanId, RequestId, Edition) = (request.LoanId, request.Id, request.Edition);
        (FileId, FileName, Kind, Size, Sha256, CanBeShown, Removed) = (fileId, Named(fileName), kind, size, sha256, canBeShown, [.. removed]);
        (LinkId, SentBy, SentAt) = (linkId, by, at);
    }

    /// <summary>The loan.</summary>
    public Guid LoanId { get; private set; }

    /// <summary>The document it came for.</summary>
    public Guid RequestId { get; private set; }

    /// <summary>Which edition of the document it belongs to, from 1.</summary>
    public int Edition { get; private set; }

    /// <summary>Where its bytes are in the store.</summary>
    public Guid FileId { get; private set; }

    /// <summary>What the sender called it; shown, and never a path.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>What it is, by its bytes.</summary>
    public FileKind Kind { get; private set; }

    /// <summary>Bytes kept.</summary>
    public long Size { get; private set; }

    /// <summary>SHA-256 of the bytes kept, in hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Whether a browser may show it in the app.</summary>
    public bool CanBeShown { get; private set; }

    /// <summary>What was taken out of it: "location".</summary>
    public string[] Removed { get; private set; } = [];

    /// <summary>The borrower's link it came through.</summary>
    public Guid? LinkId { get; private set; }

    /// <summary>The member who brought it; empty when the borrower sent it.</summary>
    public Guid SentBy { get; private set; }

    /// <summary>When it came.</summary>
    public DateTimeOffset SentAt { get; private set; }

    /// <inheritdoc />
    public string RecordName => FileName;

    /// <summary>
    /// A name that is safe to show and to save under: the last part of a path, without control characters and marks that turn text round,
    /// cut from the front of its ending.
    /// </summary>
    public static string Named(string sent)
    {
        var last = sent.Replace('\\', '/').Split('/')[^1];
        var name = string.Concat(last.EnumerateRunes()
            .Where(rune => !System.Text.Rune.IsControl(rune) && System.Text.Rune.GetUnicodeCategory(rune) is not (System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator or System.Globalization.UnicodeCategory.OtherNotAssigned or System.Globalization.UnicodeCategory.PrivateUse))
            .Select(rune => rune.Value is '<' or '>' or ':' or '"' or '|' or '?' or '*' ? "_" : rune.ToString())).Trim(' ', '.');
        if (name.Length == 0) return "file";
        if (name.Length <= FileNameMaxLength) return name;
        var dot = name.LastIndexOf('.');
        var ending = dot > 0 && name.Length - dot <= 8 ? name[dot..] : "";
        var end = FileNameMaxLength - ending.Length;
        if (char.IsHighSurrogate(name[end - 1])) end--;
        return name[..end] + ending;
    }
}

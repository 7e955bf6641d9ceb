using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Papers;

/// <summary>One document on the needs list of a loan, from asking for it to accepting it. Its files come in editions: a new one after each return.</summary>
public sealed class DocumentRequest : Entity, INamedRecord
{
    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 120;

    /// <summary>Longest instructions.</summary>
    public const int InstructionsMaxLength = 1_000;

    /// <summary>Longest reason.</summary>
    public const int ReasonMaxLength = 500;

    /// <summary>Most requests of one loan.</summary>
    public const int MostOnLoan = 200;

    private const int GoodForLimit = 3_650;

    private DocumentRequest() { }

    /// <summary>The loan.</summary>
    public Guid LoanId { get; private set; }

    /// <summary>What it is called.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What the borrower reads below the name.</summary>
    public string? Instructions { get; private set; }

    /// <summary>Whether it verifies the application.</summary>
    public bool Verifies { get; private set; }

    /// <summary>Whether the loan waits for it.</summary>
    public bool IsRequired { get; private set; }

    /// <summary>Whether the borrower brings it, and so sees it on their list.</summary>
    public bool FromBorrower { get; private set; }

    /// <summary>The day it is due.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>How long it stays good once accepted, in days; null for good.</summary>
    public int? GoodForDays { get; private set; }

    /// <summary>Where it stands.</summary>
    public DocumentStatus Status { get; private set; }

    /// <summary>Since when.</summary>
    public DateTimeOffset StatusSince { get; private set; }

    /// <summary>Who put it there; empty for the borrower and the system.</summary>
    public Guid StatusBy { get; private set; }

    /// <summary>Why it was sent back.</summary>
    public RejectionCode? Rejection { get; private set; }

    /// <summary>Why it was sent back, or is not needed, in words.</summary>
    public string? Reason { get; private set; }

    /// <summary>The last day it is good.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    /// <summary>Which edition of the files is looked at, from 1; a new one begins with the first file after a return.</summary>
    public int Edition { get; private set; }

    /// <summary>Order on the list, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>Who asked for it first.</summary>
    public Guid RequestedBy { get; private set; }

    /// <summary>When it was asked for first.</summary>
    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>When something last changed that the borrower has to know.</summary>
    public DateTimeOffset? NewsAt { get; private set; }

    /// <summary>When the borrower was last told of it.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    /// <summary>How many times the borrower was told.</summary>
    public int ToldTimes { get; private set; }

    /// <inheritdoc />
    public string RecordName => Name;

    /// <summary>Nothing more is to be done.</summary>
    public bool IsSettled => Status is DocumentStatus.Accepted or DocumentStatus.NotApplicable;

    /// <summary>A file is awaited.</summary>
    public bool IsAwaited => Status is DocumentStatus.Requested or DocumentStatus.Rejected or DocumentStatus.Expired;

    /// <summary>Files are here and somebody has to look.</summary>
    public bool IsToReview => Status is DocumentStatus.Uploaded or DocumentStatus.InReview;

    /// <summary>Whether a file is awaited and its day is past.</summary>
    public bool IsOverdue(DateOnly today) => IsAwaited && DueOn < today;

    /// <summary>Asks for a document.</summary>
    /// <param name="loanId">The loan.</param>
    /// <param name="need">What.</param>
    /// <param name="estimateSent">Whether the loan's Loan Estimate went out: before it, what verifies cannot be required.</param>
    /// <param name="position">Its place on the list, from 1.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="at">When.</param>
    public static Outcome<DocumentRequest> Ask(Guid loanId, DocumentNeed need, bool estimateSent, int position, Guid by, DateTimeOffset at)
    {
        var request = new DocumentRequest { LoanId = loanId, Position = position, Edition = 1, RequestedBy = by, RequestedAt = at };
        var worded = request.Word(need, estimateSent);
        if (!worded.IsDone) return worded.Refusal;
        request.Become(DocumentStatus.Requested, by, at);
        request.News(at);
        return request;
    }

    /// <summary>Changes the words and terms. What becomes required, or due on another day, is news for the borrower.</summary>
    public Outcome Change(DocumentNeed need, bool estimateSent, DateTimeOffset at)
    {
        var (wasRequired, wasDue) = (IsRequired, DueOn);
        var worded = Word(need, estimateSent);
        if (worded.IsDone && IsAwaited && (IsRequired != wasRequired || DueOn != wasDue)) News(at);
        return worded;
    }

    /// <summary>A file came. The first one after a return, or after a new request, begins a new edition.</summary>
    /// <param name="by">Which member brought it; empty when the borrower did.</param>
    /// <param name="at">When.</param>
    public Outcome Receive(Guid by, DateTimeOffset at)
    {
        if (IsSettled) return PaperRefusals.IsSettled;
        if (Status is DocumentStatus.Rejected or DocumentStatus.Expired) Edition++;
        (Rejection, Reason, ExpiresOn) = (null, null, null);
        Become(DocumentStatus.Uploaded, by, at);
        Raise(new DocumentUploaded(Id, LoanId, by, at));
        return Outcome.Done;
    }

    /// <summary>Somebody begins to look.</summary>
    public Outcome StartReview(Guid by, DateTimeOffset at)
    {
        if (!IsToReview) return PaperRefusals.NothingToReview;
        if (Status == DocumentStatus.Uploaded) Become(DocumentStatus.InReview, by, at);
        return Outcome.Done;
    }

    /// <summary>The files are good.</summary>
    /// <param name="on">The day, in the organization's time zone.</param>
    /// <param name="expiresOn">The last day they are good; when null, so many days from <paramref name="on"/> as the request says.</param>
    /// <param name="by">Who accepts.</param>
    /// <param name="at">When.</param>
    public Outcome Accept(DateOnly on, DateOnly? expiresOn, Guid by, DateTimeOffset at)
    {
        if (!IsToReview) return PaperRefusals.NothingToReview;
        if (expiresOn < on) return Refusal.Invalid(nameof(ExpiresOn), "The last good day is past already.");
        ExpiresOn = expiresOn ?? (GoodForDays is { } days ? on.AddDays(days) : null);
        Become(DocumentStatus.Accepted, by, at);
        Raise(new DocumentReviewed(Id, LoanId, DocumentStatus.Accepted, by, at));
        return Outcome.Done;
    }

    /// <summary>The files go back. What was accepted before can go back too: an underwriter may see it otherwise.</summary>
    public Outcome Reject(RejectionCode code, string? reason, Guid by, DateTimeOffset at)
    {
        reason = Trimmed(reason);
        if (!IsToReview && Status != DocumentStatus.Accepted) return PaperRefusals.NothingToReview;
        if (code == RejectionCode.Other && reason is null) return PaperRefusals.ReasonNeeded;
        if (reason is { Length: > ReasonMaxLength }) return PaperRefusals.ReasonTooLong;
        (Rejection, Reason, ExpiresOn) = (code, reason, null);
        Become(DocumentStatus.Rejected, by, at);
        News(at);
        Raise(new DocumentReviewed(Id, LoanId, DocumentStatus.Rejected, by, at));
        return Outcome.Done;
    }

    /// <summary>It is not needed after all.</summary>
    public Outcome NotNeeded(string? reason, Guid by, DateTimeOffset at)
    {
        reason = Trimmed(reason);
        if (Status == DocumentStatus.NotApplicable) return PaperRefusals.IsSettled;
        if (reason is null) return PaperRefusals.ReasonNeeded;
        if (reason.Length > ReasonMaxLength) return PaperRefusals.ReasonTooLong;
        (Rejection, Reason, ExpiresOn) = (null, reason, null);
        Become(DocumentStatus.NotApplicable, by, at);
        return Outcome.Done;
    }

    /// <summary>It is asked for once more.</summary>
    public Outcome AskAgain(DateOnly? dueOn, Guid by, DateTimeOffset at)
    {
        if (Status == DocumentStatus.Requested) return PaperRefusals.AskedAlready;
        if (Status is DocumentStatus.Accepted or DocumentStatus.Rejected or DocumentStatus.Expired) Edition++;
        (Rejection, Reason, ExpiresOn, DueOn) = (null, null, null, IsRequired ? dueOn : null);
        Become(DocumentStatus.Requested, by, at);
        News(at);
        return Outcome.Done;
    }

    /// <summary>Lets it expire when its last good day is past; nothing happens otherwise.</summary>
    /// <returns>Whether it expired now.</returns>
    public bool ExpireWhenPast(DateOnly today, DateTimeOffset at)
    {
        if (Status != DocumentStatus.Accepted || ExpiresOn is not { } last || last >= today) return false;
        Become(DocumentStatus.Expired, Guid.Empty, at);
        News(at);
        Raise(new DocumentExpired(Id, LoanId, at));
        return true;
    }

    /// <summary>The borrower was told of it.</summary>
    public void Told(DateTimeOffset at) => (ToldAt, ToldTimes) = (at, ToldTimes + 1);

    /// <summary>Whether the borrower has something to learn about it that no mail has said.</summary>
    public bool HasNews => FromBorrower && IsAwaited && NewsAt is { } news && (ToldAt is not { } told || told < news);

    private Outcome Word(DocumentNeed need, bool estimateSent)
    {
        var (name, instructions) = (Trimmed(need.Name), Trimmed(need.Instructions));
        if (name is null or { Length: > NameMaxLength }) return PaperRefusals.NameNeeded;
        if (instructions is { Length: > InstructionsMaxLength }) return PaperRefusals.InstructionsTooLong;
        if (need.GoodForDays is < 1 or > GoodForLimit) return PaperRefusals.GoodForOutOfRange;
        if (need is { IsRequired: false, DueOn: not null }) return PaperRefusals.VoluntaryIsNeverDue;
        if (need is { IsRequired: true, Verifies: true } && !estimateSent) return PaperRefusals.VerificationBeforeEstimate(name);
        (Name, Instructions, Verifies, IsRequired, FromBorrower, DueOn, GoodForDays) = (name, instructions, need.Verifies, need.IsRequired, need.FromBorrower, need.DueOn, need.GoodForDays);
        return Outcome.Done;
    }

    private void Become(DocumentStatus status, Guid by, DateTimeOffset at) => (Status, StatusSince, StatusBy) = (status, at, by);

    private void News(DateTimeOffset at)
    {
        NewsAt = at;
        if (FromBorrower) Raise(new BorrowerListChanged(LoanId, at));
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

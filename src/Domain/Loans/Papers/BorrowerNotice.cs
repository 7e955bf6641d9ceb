using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Papers;

/// <summary>A mail to a borrower about their list: one for all that changed, with what it said and when it left.</summary>
public sealed class BorrowerNotice : Entity
{
    /// <summary>How long changes gather before a mail is due.</summary>
    public static readonly TimeSpan Gathering = TimeSpan.FromMinutes(15);

    /// <summary>How long handing over may take before it counts as in doubt.</summary>
    public static readonly TimeSpan HandOver = TimeSpan.FromMinutes(2);

    /// <summary>Tries before it is given up.</summary>
    public const int MostTries = 5;

    private BorrowerNotice() { }

    /// <summary>Plans a mail.</summary>
    /// <param name="loanId">The loan.</param>
    /// <param name="dueAt">When.</param>
    /// <param name="isReminder">Whether it reminds of what was asked before.</param>
    public BorrowerNotice(Guid loanId, DateTimeOffset dueAt, bool isReminder) => (LoanId, DueAt, IsReminder) = (loanId, dueAt, isReminder);

    /// <summary>The loan.</summary>
    public Guid LoanId { get; private set; }

    /// <summary>When it is due.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>Whether it reminds of what was asked before, besides what is new.</summary>
    public bool IsReminder { get; private set; }

    /// <summary>Where it stands.</summary>
    public NoticeStatus Status { get; private set; }

    /// <summary>Where it went.</summary>
    public string? SentTo { get; private set; }

    /// <summary>Its subject.</summary>
    public string? Subject { get; private set; }

    /// <summary>What it said, without the link's secret.</summary>
    public string? Text { get; private set; }

    /// <summary>Documents it spoke of.</summary>
    public int Documents { get; private set; }

    /// <summary>When it began to be handed over.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>When it was handed over.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>Tries so far.</summary>
    public int Tries { get; private set; }

    /// <summary>What the last failure said.</summary>
    public string? Problem { get; private set; }

    /// <summary>Makes it due earlier, and when asked a reminder too.</summary>
    public void Hurry(DateTimeOffset dueAt, bool isReminder)
    {
        if (Status != NoticeStatus.Planned) return;
        if (dueAt < DueAt) DueAt = dueAt;
        IsReminder |= isReminder;
    }

    /// <summary>Writes down what is about to leave.</summary>
    public void Start(string sentTo, string subject, string text, int documents, DateTimeOffset at) =>
        (Status, SentTo, Subject, Text, Documents, StartedAt, Tries) = (NoticeStatus.Sending, sentTo, subject, text, documents, at, Tries + 1);

    /// <summary>It left.</summary>
    public void Sent(DateTimeOffset at) => (Status, SentAt, Problem) = (NoticeStatus.Sent, at, null);

    /// <summary>It did not leave: later again, or never.</summary>
    public void NotSent(string problem, DateTimeOffset at)
    {
        Problem = problem.Length > 500 ? problem[..500] : problem;
        (Status, DueAt) = Tries >= MostTries ? (NoticeStatus.Failed, DueAt) : (NoticeStatus.Planned, at + TimeSpan.FromMinutes(Math.Pow(3, Tries)));
    }

    /// <summary>Whoever handed it over is gone.</summary>
    public void Doubt() => Status = NoticeStatus.InDoubt;

    /// <summary>There is nothing to say, or nobody to say it to.</summary>
    public void Drop(string why) => (Status, Problem) = (NoticeStatus.Dropped, why);
}

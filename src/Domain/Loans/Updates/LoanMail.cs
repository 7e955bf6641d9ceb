using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Updates;

/// <summary>One mail to one person about a loan, on its way: what it says, to which address, when it left and what the mail server answered. It leaves once.</summary>
public abstract class LoanMail : Entity, INamedRecord
{
    /// <summary>Tries before a mail is given up.</summary>
    public const int MaxAttempts = 4;

    /// <summary>Longest answer of a mail server kept.</summary>
    public const int AnswerMaxLength = 500;

    private static readonly TimeSpan[] pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1)];

    /// <summary>For the database.</summary>
    protected LoanMail() { }

    /// <summary>A mail that has not left.</summary>
    protected LoanMail(Guid loanId, Guid contactId, string address, string subject, string text, UpdateState state, DateTimeOffset? dueAt) =>
        (LoanId, ContactId, Address, Subject, Text, State, DueAt) = (loanId, contactId, address, subject, text, state, dueAt);

    /// <summary>The loan.</summary>
    public Guid LoanId { get; private set; }

    /// <summary>Whom it goes to.</summary>
    public Guid ContactId { get; private set; }

    /// <summary>The address it went to, as it was then.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The subject as sent.</summary>
    public string Subject { get; protected set; } = "";

    /// <summary>The text as sent.</summary>
    public string Text { get; protected set; } = "";

    /// <summary>What became of it.</summary>
    public UpdateState State { get; protected set; }

    /// <summary>When it leaves, or is tried again; null while it does not wait to leave.</summary>
    public DateTimeOffset? DueAt { get; protected set; }

    /// <summary>Tries so far.</summary>
    public int Attempts { get; private set; }

    /// <summary>When the mail server took it.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>What the mail server said, or why it was held back.</summary>
    public string? Answer { get; protected set; }

    /// <summary>Who held it back; null where the system did.</summary>
    public Guid? CancelledBy { get; protected set; }

    /// <summary>Name under which mail servers know the message: <c>Message-ID</c>.</summary>
    public abstract string MessageId { get; }

    /// <inheritdoc />
    public string RecordName => Subject;

    /// <summary>Takes it to the mail server. Until the answer is noted nobody else takes it.</summary>
    public void Begin(DateTimeOffset at) => (State, Attempts, DueAt) = (UpdateState.Sending, Attempts + 1, at);

    /// <summary>The mail server took it.</summary>
    public void Arrive(DateTimeOffset at, string answer) => (State, SentAt, DueAt, Answer) = (UpdateState.Sent, at, null, Cut(answer));

    /// <summary>The address does not exist, or takes no mail: trying again would not help.</summary>
    public void Bounce(string answer) => (State, DueAt, Answer) = (UpdateState.Bounced, null, Cut(answer));

    /// <summary>It did not get through; it is tried again a few times.</summary>
    public void Miss(DateTimeOffset at, string answer) => (State, DueAt, Answer) =
        Attempts >= MaxAttempts ? (UpdateState.Failed, (DateTimeOffset?)null, Cut(answer)) : (UpdateState.Waiting, at + pauses[Math.Min(Attempts, pauses.Length) - 1], Cut(answer));

    /// <summary>A node stopped between handing it over and noting the answer: nobody knows whether it left, so it is not sent again by itself.</summary>
    public void Lose() => (State, DueAt, Answer) = (UpdateState.Failed, null, "The server stopped while this was being sent. It is not known whether it left; ask before you send it again.");

    /// <summary>Sends it again, to the address the person has now.</summary>
    public Outcome SendAgain(string address, DateTimeOffset at)
    {
        if (State is not (UpdateState.Failed or UpdateState.Bounced)) return UpdateRefusals.NotFailed;
        (State, Address, DueAt, Attempts, Answer) = (UpdateState.Waiting, address, at, 0, null);
        return Outcome.Done;
    }

    private static string Cut(string answer) => answer.Length > AnswerMaxLength ? answer[..AnswerMaxLength] : answer;
}

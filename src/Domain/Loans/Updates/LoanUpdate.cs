using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Updates;

/// <summary>One mail to one person about a stage the loan reached.</summary>
public sealed class LoanUpdate : LoanMail
{
    private LoanUpdate() { }

    /// <summary>An update that waits.</summary>
    /// <param name="loanId">The loan.</param>
    /// <param name="contactId">Whom it goes to.</param>
    /// <param name="stageId">The stage it tells of.</param>
    /// <param name="address">Where it goes.</param>
    /// <param name="subject">The subject, filled.</param>
    /// <param name="text">The text, filled.</param>
    /// <param name="dueAt">When it leaves.</param>
    public LoanUpdate(Guid loanId, Guid contactId, Guid stageId, string address, string subject, string text, DateTimeOffset dueAt)
        : base(loanId, contactId, address, subject, text, UpdateState.Waiting, dueAt) => StageId = stageId;

    /// <summary>The stage it tells of.</summary>
    public Guid StageId { get; private set; }

    /// <inheritdoc />
    public override string MessageId => $"{Id:n}@updates.crmstudio";

    /// <summary>Holds it back.</summary>
    public Outcome Cancel(Guid? by, string why)
    {
        if (State != UpdateState.Waiting) return UpdateRefusals.NotWaiting;
        (State, DueAt, CancelledBy, Answer) = (UpdateState.Cancelled, null, by, why);
        return Outcome.Done;
    }
}

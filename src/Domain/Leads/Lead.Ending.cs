using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Leads;

public sealed partial class Lead
{
    /// <summary>Longest reason.</summary>
    public const int ReasonMaxLength = 200;

    /// <summary>When the lead ended; null while it is open.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why it was lost, or never was one.</summary>
    public string? LostReason { get; private set; }

    /// <summary>The loan it became.</summary>
    public Guid? LoanId { get; private set; }

    /// <summary>Became a loan.</summary>
    public Outcome Convert(Guid loanId, Guid by, DateTimeOffset at)
    {
        if (!IsOpen) return LeadRefusals.HasEnded;
        (Status, EndedAt, LoanId, SnoozedUntil, PondId, ClaimBy, AnswerBy) = (LeadStatus.Converted, at, loanId, null, null, null, null);
        Raise(new LeadConverted(Id, ContactId, loanId, by, at));
        return Outcome.Done;
    }

    /// <summary>Was lost, or never was a lead.</summary>
    /// <param name="status"><see cref="LeadStatus.Lost"/> or <see cref="LeadStatus.Unqualified"/>.</param>
    /// <param name="reason">Why; the history must say it.</param>
    /// <param name="by">Who ended it.</param>
    /// <param name="at">When.</param>
    public Outcome End(LeadStatus status, string? reason, Guid by, DateTimeOffset at)
    {
        reason = reason?.Trim() ?? "";
        if (!IsOpen) return LeadRefusals.HasEnded;
        if (status is not (LeadStatus.Lost or LeadStatus.Unqualified)) return LeadRefusals.EndsOtherwise;
        if (reason.Length is 0 or > ReasonMaxLength) return LeadRefusals.ReasonNeeded;
        (Status, EndedAt, LostReason, SnoozedUntil, PondId, ClaimBy, AnswerBy) = (status, at, reason, null, null, null, null);
        Raise(new LeadEnded(Id, status, by, at));
        return Outcome.Done;
    }

    /// <summary>Is open again.</summary>
    public Outcome Reopen(DateTimeOffset at)
    {
        if (IsOpen) return LeadRefusals.NotEnded;
        if (LoanId is not null) return LeadRefusals.IsALoan;
        (Status, EndedAt, LostReason) = (Attempts > 0 ? LeadStatus.Contacted : LeadStatus.New, null, null);
        Raise(new LeadReopened(Id, at));
        return Outcome.Done;
    }
}

using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Papers;

/// <summary>Something the underwriter asks before a step of the loan. Apart from documents, and met by any number of them.</summary>
public sealed class LoanCondition : Entity, INamedRecord
{
    /// <summary>Longest text.</summary>
    public const int TextMaxLength = 1_000;

    /// <summary>Longest reason.</summary>
    public const int ReasonMaxLength = 500;

    /// <summary>Most conditions of one loan.</summary>
    public const int MostOnLoan = 200;

    private LoanCondition() { }

    /// <summary>The loan.</summary>
    public Guid LoanId { get; private set; }

    /// <summary>Its number on the loan, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Before what it must be met.</summary>
    public ConditionCategory Category { get; private set; }

    /// <summary>What is asked.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The day it should be met.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>Where it stands.</summary>
    public ConditionStatus Status { get; private set; }

    /// <summary>Since when.</summary>
    public DateTimeOffset StatusSince { get; private set; }

    /// <summary>Who put it there; empty for the system.</summary>
    public Guid StatusBy { get; private set; }

    /// <summary>Why it was rejected, waived or opened again.</summary>
    public string? Reason { get; private set; }

    /// <summary>Who wrote it down.</summary>
    public Guid OpenedBy { get; private set; }

    /// <summary>When it was written down.</summary>
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>When it was settled; null while it is not.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <inheritdoc />
    public string RecordName => Text.Length <= 60 ? Text : Text[..59] + "…";

    /// <summary>Met, or done without.</summary>
    public bool IsSettled => Status is ConditionStatus.Cleared or ConditionStatus.Waived;

    /// <summary>Whole days from the day it was written down until it was settled, or until now.</summary>
    public int AgeInDays(DateTimeOffset now) => Math.Max(0, (int)((SettledAt ?? now) - OpenedAt).TotalDays);

    /// <summary>Whether its day is past and it is not settled.</summary>
    public bool IsOverdue(DateOnly today) => !IsSettled && DueOn < today;

    /// <summary>Writes a condition down.</summary>
    public static Outcome<LoanCondition> Open(Guid loanId, int number, ConditionCategory category, string text, DateOnly? dueOn, Guid by, DateTimeOffset at)
    {
        var condition = new LoanCondition { LoanId = loanId, Number = number, OpenedBy = by, OpenedAt = at, StatusBy = by, StatusSince = at };
        var worded = condition.Change(category, text, dueOn);
        return worded.IsDone ? condition : worded.Refusal;
    }

    /// <summary>Changes its words, its step and its day.</summary>
    public Outcome Change(ConditionCategory category, string text, DateOnly? dueOn)
    {
        text = text.Trim();
        if (text.Length is 0 or > TextMaxLength) return PaperRefusals.ConditionTextNeeded;
        (Category, Text, DueOn) = (category, text, dueOn);
        return Outcome.Done;
    }

    /// <summary>
    /// Moves it on. Steps may be left out going forward; what the underwriter did not take, and doing without, are explained; what was
    /// settled opens again with a reason only.
    /// </summary>
    public Outcome MoveTo(ConditionStatus to, string? reason, Guid by, DateTimeOffset at)
    {
        reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        if (to == Status) return Outcome.Done;
        if (!Leads(Status, to)) return PaperRefusals.ConditionCannot(Status, to);
        if (reason is null && NeedsReason(Status, to)) return PaperRefusals.ConditionReasonNeeded(to);
        if (reason is { Length: > ReasonMaxLength }) return PaperRefusals.ReasonTooLong;

        Raise(new ConditionMoved(Id, LoanId, Status, to, by, at));
        (Status, StatusSince, StatusBy, Reason) = (to, at, by, reason);
        SettledAt = IsSettled ? at : null;
        return Outcome.Done;
    }

    /// <summary>The statuses it may take next.</summary>
    public static IReadOnlyList<ConditionStatus> Next(ConditionStatus from) => [.. Enum.GetValues<ConditionStatus>().Where(to => Leads(from, to))];

    /// <summary>Whether the step must be explained.</summary>
    public static bool NeedsReason(ConditionStatus from, ConditionStatus to) => to is ConditionStatus.Rejected or ConditionStatus.Waived || to == ConditionStatus.Open && from != ConditionStatus.Requested;

    private static bool Leads(ConditionStatus from, ConditionStatus to) => (from, to) switch
    {
        (ConditionStatus.Cleared or ConditionStatus.Waived, _) => to == ConditionStatus.Open,
        (_, ConditionStatus.Cleared or ConditionStatus.Waived) => true,
        (ConditionStatus.Rejected, _) => to is ConditionStatus.Open or ConditionStatus.Requested or ConditionStatus.Received or ConditionStatus.Submitted,
        (_, ConditionStatus.Rejected) => from is ConditionStatus.Received or ConditionStatus.Submitted,
        (ConditionStatus.Requested, ConditionStatus.Open) => true,
        _ => to > from,
    };
}

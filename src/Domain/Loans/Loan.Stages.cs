using CrmStudio.Domain.Common;
using CrmStudio.Domain.Pipelines;

namespace CrmStudio.Domain.Loans;

/// <summary>Moving, ending and reopening.</summary>
public sealed partial class Loan
{
    /// <summary>Longest reason.</summary>
    public const int ReasonMaxLength = 500;

    /// <summary>The pipeline.</summary>
    public Guid PipelineId { get; private set; }

    /// <summary>Where the loan is; where it was when it ended.</summary>
    public Guid StageId { get; private set; }

    /// <summary>Since when it is there.</summary>
    public DateTimeOffset StageSince { get; private set; }

    /// <summary>How it left the pipeline without funding; null while it is open or funded.</summary>
    public Guid? EndingId { get; private set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why it ended.</summary>
    public string? EndedReason { get; private set; }

    /// <summary>True until the loan has ended.</summary>
    public bool IsOpen => EndedAt is null;

    /// <summary>Whole days in the stage.</summary>
    public int DaysInStage(DateTimeOffset now) => Math.Max(0, (int)(now - StageSince).TotalDays);

    /// <summary>
    /// Moves the loan to a stage. Back needs a reason; forward needs the facts the stage requires. <see cref="Visits"/> must hold
    /// the open stay, and <see cref="KnowConditions"/> must have told it its conditions where the stage asks for them.
    /// </summary>
    /// <param name="from">The stage it is in.</param>
    /// <param name="to">The stage it goes to.</param>
    /// <param name="by">Who moves it.</param>
    /// <param name="at">When.</param>
    /// <param name="on">The day in the organization's time zone, for the milestone date.</param>
    /// <param name="reason">Why, needed when going back.</param>
    public Outcome AdvanceTo(PipelineStage from, PipelineStage to, Guid by, DateTimeOffset at, DateOnly on, string? reason)
    {
        reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        if (!IsOpen) return LoanRefusals.HasEnded;
        if (to.PipelineId != PipelineId) return LoanRefusals.OtherPipeline;
        if (to.Id == StageId) return Outcome.Done;
        if (reason is { Length: > ReasonMaxLength }) return Refusal.Invalid("Reason", $"A reason has at most {ReasonMaxLength} characters.");
        if (to.IsBefore(from) && reason is null) return LoanRefusals.ReasonNeeded(to);
        if (from.IsBefore(to) && LoanFact.Missing(this, to.RequiredFacts) is { Count: > 0 } missing) return LoanRefusals.FactsMissing(this, to, missing);

        visits.SingleOrDefault(visit => visit.LeftAt is null)?.Leave(at);
        visits.Add(new LoanStageVisit(Id, StageId, to.Id, by, at, reason));
        Raise(new LoanAdvanced(Id, StageId, to.Id, by, at, reason));
        if (to.Milestone == Milestone.Funding && FundedOn is null) Raise(new LoanFunded(Id, by, at));
        (StageId, StageSince) = (to.Id, at);
        Reach(to.Milestone, on);
        return Outcome.Done;
    }

    /// <summary>Ends the loan without funding.</summary>
    public Outcome End(PipelineEnding ending, Guid by, DateTimeOffset at, string? reason)
    {
        reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        if (!IsOpen) return LoanRefusals.HasEnded;
        if (ending.PipelineId != PipelineId) return LoanRefusals.OtherPipeline;
        if (reason is { Length: > ReasonMaxLength }) return Refusal.Invalid("Reason", $"A reason has at most {ReasonMaxLength} characters.");
        if (ending.NeedsReason && reason is null) return LoanRefusals.EndingReasonNeeded(ending);

        visits.SingleOrDefault(visit => visit.LeftAt is null)?.Leave(at);
        (EndingId, EndedAt, EndedReason) = (ending.Id, at, reason);
        Raise(new LoanEnded(Id, ending.Id, by, at, reason));
        return Outcome.Done;
    }

    /// <summary>Opens an ended loan again, in the stage it was in.</summary>
    public Outcome Reopen(Guid by, DateTimeOffset at, string? reason)
    {
        if (IsOpen) return LoanRefusals.NotEnded;
        if (string.IsNullOrWhiteSpace(reason)) return LoanRefusals.ReopenReasonNeeded;

        visits.Add(new LoanStageVisit(Id, StageId, StageId, by, at, reason.Trim()));
        (EndingId, EndedAt, EndedReason, StageSince) = (null, null, null, at);
        Raise(new LoanReopened(Id, by, at, reason.Trim()));
        return Outcome.Done;
    }
}

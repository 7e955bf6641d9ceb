using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;

namespace CrmStudio.Domain.Leads;

public sealed partial class Lead
{
    /// <summary>How often somebody tried to reach the person.</summary>
    public int Attempts { get; private set; }

    /// <summary>When somebody first tried.</summary>
    public DateTimeOffset? FirstAttemptAt { get; private set; }

    /// <summary>When somebody first spoke or wrote with the person.</summary>
    public DateTimeOffset? FirstContactAt { get; private set; }

    /// <summary>When somebody last spoke or wrote with the person.</summary>
    public DateTimeOffset? LastContactAt { get; private set; }

    /// <summary>When the person last came to us by themselves after they had asked.</summary>
    public DateTimeOffset? RepliedAt { get; private set; }

    /// <summary>Out of the inbox until then; null when it is in it.</summary>
    public DateTimeOffset? SnoozedUntil { get; private set; }

    /// <summary>What comes next, in a few words.</summary>
    public string? NextStep { get; private set; }

    /// <summary>The day it is due.</summary>
    public DateOnly? NextStepOn { get; private set; }

    /// <summary>Longest next step.</summary>
    public const int NextStepMaxLength = 200;

    /// <summary>Notes a call, a message or a meeting: it counts as an attempt or a contact, and stops the clock of the first answer.</summary>
    public void Work(Touch touch, DateTimeOffset at)
    {
        if (touch.IsAttempt) (Attempts, FirstAttemptAt) = (Attempts + 1, FirstAttemptAt ?? at);
        if (touch.IsContact) (FirstContactAt, LastContactAt) = (FirstContactAt ?? at, at);
        if (touch.IsInbound is true) RepliedAt = at;
        if (!touch.IsAttempt && !touch.IsContact) return;

        if (Status == LeadStatus.New) Status = LeadStatus.Contacted;
        Answered(at);
        Raise(new LeadWorked(Id, at));
    }

    /// <summary>Says where an open lead stands. How a lead ends is said by <see cref="Convert"/> and <see cref="End"/>.</summary>
    public Outcome Stand(LeadStatus status)
    {
        if (!IsOpen) return LeadRefusals.HasEnded;
        if (status is LeadStatus.Converted or LeadStatus.Lost or LeadStatus.Unqualified) return LeadRefusals.EndsOtherwise;
        Status = status;
        return Outcome.Done;
    }

    /// <summary>Takes the lead out of the inbox for a while.</summary>
    public Outcome Snooze(DateTimeOffset until, DateTimeOffset now)
    {
        if (!IsOpen) return LeadRefusals.HasEnded;
        if (until <= now) return Refusal.Invalid(nameof(SnoozedUntil), "Choose a time to come.");
        SnoozedUntil = until;
        return Outcome.Done;
    }

    /// <summary>Brings it back into the inbox.</summary>
    public void Wake() => SnoozedUntil = null;

    /// <summary>Says what comes next; an empty text says nothing does.</summary>
    public Outcome Plan(string? step, DateOnly? on)
    {
        step = string.IsNullOrWhiteSpace(step) ? null : step.Trim();
        if (step?.Length > NextStepMaxLength) return Refusal.Invalid(nameof(NextStep), $"A next step has up to {NextStepMaxLength} characters.");
        (NextStep, NextStepOn) = (step, step is null ? null : on);
        return Outcome.Done;
    }
}

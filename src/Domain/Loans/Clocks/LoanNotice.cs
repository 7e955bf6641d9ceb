using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Clocks;

/// <summary>A day on which the consumer said something, or was told something, that stops or starts a clock.</summary>
public sealed class LoanNotice : Entity
{
    /// <summary>Longest note.</summary>
    public const int NoteMaxLength = 500;

    private LoanNotice() { }

    /// <summary>The loan.</summary>
    public Guid LoanId { get; private set; }

    /// <summary>What it was.</summary>
    public NoticeKind Kind { get; private set; }

    /// <summary>The day.</summary>
    public DateOnly HappenedOn { get; private set; }

    /// <summary>How, and what else should be known.</summary>
    public string? Note { get; private set; }

    /// <summary>Who recorded it.</summary>
    public Guid RecordedBy { get; private set; }

    /// <summary>Records a notice.</summary>
    /// <param name="loanId">The loan.</param>
    /// <param name="kind">What it was.</param>
    /// <param name="on">The day.</param>
    /// <param name="note">What else should be known.</param>
    /// <param name="clock">The loan's clock: an intent to proceed answers an estimate that was received.</param>
    /// <param name="today">The day it is recorded.</param>
    /// <param name="by">Who records it.</param>
    public static Outcome<LoanNotice> Record(Guid loanId, NoticeKind kind, DateOnly on, string? note, LoanClock clock, DateOnly today, Guid by)
    {
        note = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        if (on > today) return Refusal.Invalid(nameof(HappenedOn), "Record it once it happened: the day lies ahead.");
        if (on.Year < 2000) return Refusal.Invalid(nameof(HappenedOn), "Write a day of this century.");
        if (note is { Length: > NoteMaxLength }) return Refusal.Invalid(nameof(Note), $"A note has at most {NoteMaxLength} characters.");
        if (kind == NoticeKind.IntentToProceed && (clock.EstimateReceivedOn is not { } received || on < received)) return ClockRefusals.IntentBeforeEstimate;

        var notice = new LoanNotice { LoanId = loanId, Kind = kind, HappenedOn = on, Note = note, RecordedBy = by };
        notice.Raise(new LoanClockChanged(loanId));
        return notice;
    }

    /// <summary>Says that it is about to be removed, so that the clock hears of it.</summary>
    public void TakeBack() => Raise(new LoanClockChanged(LoanId));
}

using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Leads.Hours;

/// <summary>Days on which a member does not work: vacation, illness.</summary>
public sealed class AwaySpan : Entity, INamedRecord
{
    /// <summary>Longest note.</summary>
    public const int NoteMaxLength = 60;

    /// <summary>Most days at once.</summary>
    public const int MaxDays = 366;

    private AwaySpan() { }

    private AwaySpan(Guid memberId, DateOnly first, DateOnly last, string? note) => (MemberId, FirstDay, LastDay, Note) = (memberId, first, last, note);

    /// <summary>Whose.</summary>
    public Guid MemberId { get; private set; }

    /// <summary>The first day.</summary>
    public DateOnly FirstDay { get; private set; }

    /// <summary>The last day; it is still away.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>Why, in a word; only the member and who routes leads read it.</summary>
    public string? Note { get; private set; }

    /// <inheritdoc />
    public string RecordName => FirstDay == LastDay ? $"Away {FirstDay:MMM d, yyyy}" : $"Away {FirstDay:MMM d} to {LastDay:MMM d, yyyy}";

    /// <summary>Whether a day is among them.</summary>
    public bool Has(DateOnly day) => day >= FirstDay && day <= LastDay;

    /// <summary>Notes days; refuses an end before the beginning.</summary>
    public static Outcome<AwaySpan> Plan(Guid memberId, DateOnly first, DateOnly last, string? note)
    {
        note = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        if (first.Year is < 2000 or > 2100) return Refusal.Invalid(nameof(FirstDay), "Write a day of this century.");
        if (last < first) return Refusal.Invalid(nameof(LastDay), "The last day comes no earlier than the first.");
        if (last.DayNumber - first.DayNumber >= MaxDays) return Refusal.Invalid(nameof(LastDay), $"Note at most {MaxDays} days at once.");
        if (note?.Length > NoteMaxLength) return Refusal.Invalid(nameof(Note), $"A note has up to {NoteMaxLength} characters.");
        return new AwaySpan(memberId, first, last, note);
    }
}

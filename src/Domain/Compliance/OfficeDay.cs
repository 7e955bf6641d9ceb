using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Compliance;

/// <summary>A day unlike the others of its kind: closed for a storm, or open on a Saturday.</summary>
public sealed class OfficeDay : Entity, INamedRecord
{
    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 60;

    /// <summary>Most such days a lender keeps: enough for years, too few to close it altogether.</summary>
    public const int Limit = 200;

    private OfficeDay() { }

    private OfficeDay(DateOnly day, bool isOpen, string name) => (Day, IsOpen, Name) = (day, isOpen, name);

    /// <summary>The day.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>Whether the offices are open on it.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Why, in a word or two.</summary>
    public string Name { get; private set; } = "";

    /// <inheritdoc />
    public string RecordName => $"{Name}, {Day:MMM d, yyyy}";

    /// <summary>Notes a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="isOpen">Whether the offices are open.</param>
    /// <param name="name">Why.</param>
    /// <param name="known">How many days are noted already.</param>
    public static Outcome<OfficeDay> Note(DateOnly day, bool isOpen, string? name, int known)
    {
        name = name?.Trim() ?? "";
        if (name.Length is 0 or > NameMaxLength) return Refusal.Invalid(nameof(Name), $"Say why in 1 to {NameMaxLength} characters: “Snow”.");
        if (day.Year is < 2000 or > 2100) return Refusal.Invalid(nameof(Day), "Write a day of this century.");
        if (known >= Limit) return ComplianceRefusals.TooManyOfficeDays;
        return new OfficeDay(day, isOpen, name);
    }
}

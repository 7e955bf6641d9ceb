using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Contacts;

/// <summary>A day of a person's life that comes back every year.</summary>
public sealed class ContactDate : Entity
{
    /// <summary>Most days one person has.</summary>
    public const int Limit = 10;

    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 60;

    private ContactDate() { }

    private ContactDate(Guid contactId, ContactDateKind kind, string? name, int month, int day, int? year) =>
        (ContactId, Kind, Name, Month, Day, Year) = (contactId, kind, name, month, day, year);

    /// <summary>The person.</summary>
    public Guid ContactId { get; private set; }

    /// <summary>What the day is.</summary>
    public ContactDateKind Kind { get; private set; }

    /// <summary>What people call it; only where the kind does not say.</summary>
    public string? Name { get; private set; }

    /// <summary>Month, 1 to 12.</summary>
    public int Month { get; private set; }

    /// <summary>Day of the month.</summary>
    public int Day { get; private set; }

    /// <summary>The year of the first one; null where it is not known. It says an age, so nothing that scores or routes may read it (12 CFR 1002.6(b)(2)).</summary>
    public int? Year { get; private set; }

    /// <summary>Notes a day; refuses one no calendar has.</summary>
    public static Outcome<ContactDate> Note(Guid contactId, ContactDateKind kind, string? name, int month, int day, int? year)
    {
        name = string.IsNullOrWhiteSpace(name) ? null : name.Trim();
        if (kind == ContactDateKind.Other && name is null or { Length: > NameMaxLength }) return Refusal.Invalid(nameof(Name), $"Say in up to {NameMaxLength} characters what the day is.");
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year ?? 2000, month)) return Refusal.Invalid(nameof(Day), "There is no such day.");
        if (year is < 1900 or > 2100) return Refusal.Invalid(nameof(Year), "Write a year from 1900 on, or none.");
        return new ContactDate(contactId, kind, name, month, day, year);
    }

    /// <summary>The next time the day comes, today included. February 29 counts as February 28 in other years.</summary>
    public DateOnly NextOn(DateOnly today)
    {
        var here = In(today.Year);
        return here >= today ? here : In(today.Year + 1);
    }

    /// <summary>Whether another day is the same one.</summary>
    public bool IsSameAs(ContactDate other) => Kind == other.Kind && Month == other.Month && Day == other.Day && (Year is null || other.Year is null || Year == other.Year) && string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    private DateOnly In(int year) => new(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)));
}

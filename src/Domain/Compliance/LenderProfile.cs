using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Compliance;

/// <summary>The lender as regulators know it: its identifier, and the days its offices are open. One row for each organization.</summary>
public sealed class LenderProfile : Entity
{
    private LenderProfile() { }

    /// <summary>
    /// A lender that is open Monday to Friday and closes on legal holidays, which is what most are. Days on which a holiday is only observed
    /// count as open until somebody says otherwise: that never makes a deadline later than it is.
    /// </summary>
    public static LenderProfile Usual() => new()
    {
        OpenDays = [.. Enumerable.Range(1, 5).Select(day => $"{(DayOfWeek)day}")], ClosesOnHolidays = true,
    };

    /// <summary>Weekdays the offices are open, by their English names.</summary>
    public string[] OpenDays { get; private set; } = [];

    /// <summary>The same weekdays.</summary>
    public IEnumerable<DayOfWeek> OpenWeekdays => OpenDays.Select(Enum.Parse<DayOfWeek>);

    /// <summary>Whether the offices close on the legal public holidays.</summary>
    public bool ClosesOnHolidays { get; private set; }

    /// <summary>Whether they also close on the Friday or Monday a weekend's holiday is observed on.</summary>
    public bool ClosesOnObservedHolidays { get; private set; }

    /// <summary>Legal entity identifier, 20 characters (ISO 17442); null while it is not known.</summary>
    public string? Lei { get; private set; }

    /// <summary>Says when the offices are open. A lender that never opens could never meet a date.</summary>
    public Outcome Open(IEnumerable<DayOfWeek> weekdays, bool closesOnHolidays, bool closesOnObservedHolidays)
    {
        var days = weekdays.Distinct().OrderBy(day => day).Select(day => $"{day}").ToArray();
        if (days.Length == 0) return ComplianceRefusals.NeverOpen;

        (OpenDays, ClosesOnHolidays, ClosesOnObservedHolidays) = (days, closesOnHolidays, closesOnObservedHolidays);
        return Outcome.Done;
    }

    /// <summary>Says which legal entity the lender is; refuses what has a slip in it.</summary>
    public Outcome Identify(string? lei)
    {
        lei = string.IsNullOrWhiteSpace(lei) ? null : lei.Trim().ToUpperInvariant();
        if (lei is not null && !CheckDigits.IsLei(lei)) return ComplianceRefusals.LeiWrong;

        Lei = lei;
        return Outcome.Done;
    }
}

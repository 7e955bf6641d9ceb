using System.Globalization;

namespace CrmStudio.Domain.Compliance.Rules;

/// <summary>A legal public holiday: either a fixed date, or a weekday counted within a month.</summary>
public sealed class HolidayRule
{
    private const int Last = -1;
    private static readonly string[] weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    private readonly RegulatoryParameter parameter;
    private readonly int month, day, nth;
    private readonly DayOfWeek weekday;

    /// <summary>Reads the holiday out of its parameter.</summary>
    /// <exception cref="FormatException">The value is of neither form.</exception>
    public HolidayRule(RegulatoryParameter parameter)
    {
        this.parameter = parameter;
        switch (parameter.Value.Split(' ', '-'))
        {
            case [var inMonth, var name, var which]:
                (month, weekday, nth) = (Number(inMonth), (DayOfWeek)Array.IndexOf(weekdays, name), which == "last" ? Last : Number(which));
                if (!Enum.IsDefined(weekday) || nth is not (Last or (>= 1 and <= 4))) throw new FormatException($"“{parameter.Value}” is no holiday.");
                break;
            case [var inMonth, var on]:
                (month, day) = (Number(inMonth), Number(on));
                break;
            default:
                throw new FormatException($"“{parameter.Value}” is no holiday.");
        }
    }

    /// <summary>What the statute calls it.</summary>
    public string Name => parameter.Label;

    /// <summary>The statute.</summary>
    public string Citation => parameter.Citation;

    /// <summary>Whether it has a date of its own, and so can fall on a weekend.</summary>
    public bool HasFixedDate => day > 0;

    /// <summary>Whether a day is this holiday.</summary>
    public bool Is(DateOnly on) => on.Month == month && parameter.IsInForce(on) && (HasFixedDate ? on.Day == day : on.DayOfWeek == weekday && IsNth(on));

    private bool IsNth(DateOnly on) => nth == Last ? on.AddDays(7).Month != month : (on.Day - 1) / 7 + 1 == nth;

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}

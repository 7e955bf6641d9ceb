using System.Globalization;
using CrmStudio.Domain.Contacts;

namespace CrmStudio.App.Contacts.Tasks;

/// <summary>Tasks in words.</summary>
public static class TaskTexts
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    public static string Day(DateOnly day) => day.ToString("ddd, MMM d", english);

    /// <summary>When a task is due, seen from today.</summary>
    public static string Due(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        < -1 and var days => $"{-days} days overdue",
        -1 => "due yesterday",
        0 => "due today",
        1 => "due tomorrow",
        _ => $"due {Day(due)}",
    };

    public static string Of(TaskRepeat? repeat) => repeat switch
    {
        null => "Once",
        TaskRepeat.Daily => "Every day",
        TaskRepeat.Workdays => "Every workday",
        TaskRepeat.Weekly => "Every week",
        TaskRepeat.EveryOtherWeek => "Every other week",
        TaskRepeat.Monthly => "Every month",
        TaskRepeat.Quarterly => "Every three months",
        TaskRepeat.Yearly => "Every year",
        _ => throw new ArgumentOutOfRangeException(nameof(repeat), repeat, "Unknown repeat"),
    };
}

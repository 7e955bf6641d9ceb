using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Kit.Timeline;

/// <summary>What happened to a record, newest first, grouped by day.</summary>
public partial class Timeline
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    /// <summary>Newest first.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<TimelineEntry> Entries { get; set; } = [];

    /// <summary>The viewer's day, so that "Today" is theirs.</summary>
    [Parameter, EditorRequired] public DateOnly Today { get; set; }

    /// <summary>What the list is called.</summary>
    [Parameter] public string Label { get; set; } = "Timeline";

    /// <summary>"Today", "Yesterday", "Tuesday, November 17", and the year when it is another one.</summary>
    public static string DayName(DateOnly day, DateOnly today) => (today.DayNumber - day.DayNumber) switch
    {
        0 => "Today",
        1 => "Yesterday",
        _ => day.ToString(day.Year == today.Year ? "dddd, MMMM d" : "dddd, MMMM d, yyyy", English),
    };
}

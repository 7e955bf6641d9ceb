using System.Globalization;

namespace CrmStudio.App.Loans;

/// <summary>How the calendar is said, and which sign and colour each of its kinds has.</summary>
public static class LoanDateWords
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    /// <summary>"Closing", "Lock runs out".</summary>
    public static string Of(LoanCalendarKind kind) => kind switch
    {
        LoanCalendarKind.Closing => "Closing",
        LoanCalendarKind.LockExpiry => "Lock runs out",
        LoanCalendarKind.DisclosureReceived => "CD received by",
        LoanCalendarKind.DisclosureMailed => "CD mailed by",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind"),
    };

    /// <summary>In full, for a calendar elsewhere: "Closing Disclosure received by".</summary>
    public static string InFull(LoanCalendarKind kind) => kind switch
    {
        LoanCalendarKind.DisclosureReceived => "Closing Disclosure received by",
        LoanCalendarKind.DisclosureMailed => "Closing Disclosure e-mailed or mailed by",
        _ => Of(kind),
    };

    /// <summary>Its sign: a name of the icon sheet.</summary>
    public static string IconOf(LoanCalendarKind kind) => kind switch
    {
        LoanCalendarKind.Closing => "house",
        LoanCalendarKind.LockExpiry => "lock",
        LoanCalendarKind.DisclosureReceived => "doc",
        _ => "mail",
    };

    /// <summary>Its colour: a class of the page.</summary>
    public static string LookOf(LoanCalendarKind kind) => kind switch
    {
        LoanCalendarKind.Closing => "c-close",
        LoanCalendarKind.LockExpiry => "c-lock",
        LoanCalendarKind.DisclosureReceived => "c-got",
        _ => "c-sent",
    };

    /// <summary>"Closing, the lock runs out before"; "CD mailed by, done".</summary>
    public static string Of(LoanCalendarEntry entry) => Of(entry.Kind) + (entry.Warning is { } warning ? $", {warning}" : entry.IsDone ? ", done" : "");

    /// <summary>"Tuesday, November 24".</summary>
    public static string InFull(DateOnly day) => day.ToString("dddd, MMMM d", english);
}

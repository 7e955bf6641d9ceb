using System.Globalization;
using CrmStudio.App.Kit.Marks;
using CrmStudio.Domain.Contacts;

namespace CrmStudio.App.Contacts;

/// <summary>How people and companies are spoken of on screen.</summary>
public static class ContactWords
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    public static string Of(ContactKind kind) => kind.ToString();

    public static Tone ToneOf(ContactKind kind) => kind switch
    {
        ContactKind.Client => Tone.Ok,
        ContactKind.Prospect => Tone.Info,
        ContactKind.Agent or ContactKind.Partner => Tone.Accent,
        _ => Tone.Plain,
    };

    public static string Of(CompanyKind kind) => kind switch
    {
        CompanyKind.Title => "Title and escrow",
        _ => kind.ToString(),
    };

    public static string Of(ReachLabel label) => label.ToString();

    public static string Of(ContactDateKind kind) => kind switch
    {
        ContactDateKind.HomeAnniversary => "Home anniversary",
        ContactDateKind.Other => "Another day",
        _ => kind.ToString(),
    };

    public static string Of(CustomFieldKind kind) => kind switch
    {
        CustomFieldKind.YesNo => "Yes or no",
        CustomFieldKind.Date => "Day",
        CustomFieldKind.Choice => "One of a list",
        _ => kind.ToString(),
    };

    public static string Of(ConsentChannel channel) => channel switch
    {
        ConsentChannel.Email => "E-mail",
        ConsentChannel.Sms => "Text messages",
        ConsentChannel.Call => "Calls",
        ConsentChannel.Post => "Paper mail",
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "Unknown channel"),
    };

    public static string Of(ConsentPurpose purpose) => purpose == ConsentPurpose.Marketing ? "Offers" : "About their loan";

    public static string Of(ConsentMethod method) => method switch
    {
        ConsentMethod.WebForm => "on a web form",
        ConsentMethod.Paper => "on paper",
        ConsentMethod.Email => "by e-mail",
        ConsentMethod.Sms => "by text message",
        ConsentMethod.Spoken => "said",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown method"),
    };

    public static string Of(CallResult result) => result switch
    {
        CallResult.Reached => "Reached",
        CallResult.LeftMessage => "Left message",
        CallResult.NoAnswer => "No answer",
        CallResult.WrongNumber => "Wrong number",
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, "Unknown result"),
    };

    /// <summary>"today", "3 days ago", "Mar 2025".</summary>
    public static string Ago(DateTimeOffset? at, DateOnly today, Func<DateTimeOffset, DateTimeOffset> local)
    {
        if (at is not { } then) return "never";
        var day = DateOnly.FromDateTime(local(then).DateTime);
        return (today.DayNumber - day.DayNumber) switch
        {
            <= 0 => "today",
            1 => "yesterday",
            < 60 and var days => $"{days} days ago",
            _ => day.ToString("MMM yyyy", english),
        };
    }

    /// <summary>"Mar 3, 2026".</summary>
    public static string Day(DateOnly day) => day.ToString("MMM d, yyyy", english);

    /// <summary>"March 3", with the year of the first one where it is known.</summary>
    public static string Day(int month, int day, int? year) => new DateOnly(year ?? 2000, month, day).ToString(year is null ? "MMMM d" : "MMMM d, yyyy", english);
}

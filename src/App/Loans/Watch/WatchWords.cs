using System.Globalization;
using CrmStudio.App.Kit.Marks;
using CrmStudio.App.Kit.MoneyField;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans.Watch;

namespace CrmStudio.App.Loans.Watch;

/// <summary>How the watch of funded loans is spoken of on screen.</summary>
public static class WatchWords
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    public static (string Word, Tone Tone) Of(WatchVerdict verdict) => verdict switch
    {
        WatchVerdict.Gains => ("Would gain", Tone.Ok),
        WatchVerdict.RateNotLower => ("Rate not lower", Tone.Plain),
        WatchVerdict.CostsNotRecovered => ("Costs eat it", Tone.Plain),
        WatchVerdict.BreakEvenTooLate => ("Back too late", Tone.Plain),
        WatchVerdict.BenefitTooSmall => ("Benefit too small", Tone.Plain),
        WatchVerdict.TooYoung => ("Too young", Tone.Plain),
        WatchVerdict.ValueTooLow => ("Value too low", Tone.Plain),
        WatchVerdict.NoRate => ("No rate", Tone.Warn),
        WatchVerdict.RatesTooOld => ("Rates too old", Tone.Warn),
        WatchVerdict.LacksFacts => ("Facts missing", Tone.Warn),
        WatchVerdict.NoSchedule => ("No schedule", Tone.Plain),
        WatchVerdict.Stopped => ("Not watched", Tone.Plain),
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "Unknown verdict"),
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
        ConsentMethod.WebForm => "On a web form",
        ConsentMethod.Paper => "On paper",
        ConsentMethod.Email => "By e-mail",
        ConsentMethod.Sms => "By text message",
        ConsentMethod.Spoken => "Said",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown method"),
    };

    /// <summary>"Conventional jumbo, 30 years".</summary>
    public static string Product(RateOffer offer) => $"{LoanWords.Of(offer.Type)}{(offer.IsJumbo ? " jumbo" : "")}, {(offer.Months % 12 == 0 ? $"{offer.Months / 12} years" : $"{offer.Months} months")}";

    /// <summary>Whole dollars, with a sign where there is a loss.</summary>
    public static string Whole(decimal amount) => Dollars.Full(Math.Round(amount, MidpointRounding.AwayFromZero));

    public static string Day(DateOnly day) => day.ToString("MMM d, yyyy", english);

    public static string Month(DateOnly day) => day.ToString("MMM yyyy", english);
}

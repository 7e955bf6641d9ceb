using System.Globalization;
using CrmStudio.App.Kit.Marks;
using CrmStudio.App.Loans.Queries;
using CrmStudio.Domain.Loans.Credit;

namespace CrmStudio.App.Loans.Credit;

/// <summary>How credit is spoken of on screen.</summary>
public static class CreditWords
{
    /// <summary>Key of the tab in addresses.</summary>
    public const string Tab = "credit";

    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    public static string Of(CreditModel model) => model switch
    {
        CreditModel.FicoClassic => "Classic FICO",
        CreditModel.Fico10T => "FICO 10 T",
        CreditModel.Vantage4 => "VantageScore 4.0",
        CreditModel.Vantage3 => "VantageScore 3.0",
        CreditModel.Vantage2 => "VantageScore 2.0",
        _ => throw new ArgumentOutOfRangeException(nameof(model), model, "Unknown model"),
    };

    /// <summary>What a bureau calls the model; classic FICO has a name of its own at each.</summary>
    public static string Of(CreditBureau bureau, CreditModel model) => (bureau, model) switch
    {
        (CreditBureau.Equifax, CreditModel.FicoClassic) => "Equifax Beacon 5.0",
        (CreditBureau.Experian, CreditModel.FicoClassic) => "Experian Fair Isaac V2",
        (CreditBureau.TransUnion, CreditModel.FicoClassic) => "TransUnion Classic 04",
        _ => $"{bureau}",
    };

    public static string Of(AuthorizationMethod method) => method switch
    {
        AuthorizationMethod.SignedPaper => "Signed on paper",
        AuthorizationMethod.ElectronicSignature => "Signed electronically",
        AuthorizationMethod.RecordedCall => "Said in a recorded call",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown method"),
    };

    public static string Of(CreditInquiry inquiry) => inquiry == CreditInquiry.Hard ? "Hard pull" : "Soft pull";

    public static string Day(DateOnly day) => day.ToString("MMM d, yyyy", english);

    /// <summary>What to know about the end of somebody's credit; null while there is nothing.</summary>
    public static (string Words, Tone Tone)? Of(CreditEnd end, DateOnly today)
    {
        var days = end.ExpiresOn.DayNumber - today.DayNumber;
        if (days < 0) return ($"Credit of {end.Name} ended on {Day(end.ExpiresOn)}.", Tone.Bad);
        if (end.IsBeforeClosing) return ($"Credit of {end.Name} ends on {Day(end.ExpiresOn)}, before the closing.", Tone.Warn);
        return days <= CreditRules.EndsSoon ? ($"Credit of {end.Name} ends on {Day(end.ExpiresOn)}, {(days == 0 ? "today" : days == 1 ? "tomorrow" : $"in {days} days")}.", Tone.Warn) : null;
    }
}

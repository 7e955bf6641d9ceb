using CrmStudio.Domain.Common;
using CrmStudio.Domain.Integrations.Imports.Texts;

namespace CrmStudio.Domain.Leads.Forms;

/// <summary>Reads the fields a form sent. Names are those of the form page; a field that is not known is passed over.</summary>
public static class CaptureReader
{
    /// <summary>The field people never see: whoever fills it in is a program.</summary>
    public const string Honeypot = "website";

    /// <summary>When the form was drawn, sealed by us.</summary>
    public const string Drawn = "drawn";

    /// <summary>The boxes of consent that were ticked.</summary>
    public const string Consents = "consent";

    /// <summary>Longest text of a single field; longer ones are refused, not cut.</summary>
    public const int FieldMaxLength = LeadWish.MessageMaxLength;

    /// <summary>Reads the fields; refuses what cannot be, naming the field.</summary>
    public static Outcome<CapturedInquiry> Read(IReadOnlyDictionary<string, string> fields)
    {
        string? Text(string name) => fields.GetValueOrDefault(name)?.Trim() is { Length: > 0 } text ? text : null;
        var (first, last) = (Text("firstName"), Text("lastName"));
        if (first is null && last is null && Text("name") is { } whole) (first, last) = NameText.Split(whole);

        if (Enum(Text("interest"), out LeadInterest? interest) is false) return Refusal.Invalid("interest", "Choose what you are looking for from the list.");
        if (Enum(Text("timeline"), out LeadTimeline? timeline) is false) return Refusal.Invalid("timeline", "Choose how soon from the list.");
        var (amount, state) = ((decimal?)null, (string?)null);
        if (Text("amount") is { } dollars)
        {
            var read = AmountText.Read(dollars, LeadWish.MaxAmount);
            if (read is { Complaint: { } complaint, IsWarning: false }) return Refusal.Invalid("amount", $"{complaint}.");
            amount = read.Value;
        }
        if (Text("state") is { } place)
        {
            var read = StateText.Read(place);
            if (read.Value is null) return Refusal.Invalid("state", $"{read.Complaint}.");
            state = read.Value;
        }

        var inquiry = new CapturedInquiry(first, last, Text("email"), Text("phone"), state, Text("language"), interest, timeline, amount, Text("message"), Text("utm_source"), Text("utm_medium"), Text("utm_campaign"), Cut(Text("page")));
        return inquiry.Refuse() is { } refusal ? refusal with { Field = FieldOf(refusal.Field) } : inquiry;
    }

    // Fields of the form are written as JSON writes them.
    private static string? FieldOf(string? field) => field is null ? null : char.ToLowerInvariant(field[0]) + field[1..];

    private static string? Cut(string? page) => page?.Length > 500 ? page[..500] : page;

    private static bool Enum<T>(string? text, out T? value)
        where T : struct, Enum
    {
        value = text is not null && System.Enum.TryParse<T>(text, ignoreCase: true, out var parsed) && System.Enum.IsDefined(parsed) && !char.IsDigit(text[0]) ? parsed : null;
        return text is null || value is not null;
    }
}

using System.Text.RegularExpressions;
using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Access;

/// <summary>How an organization stands on paper: name, licence, address, colour and logo of its letters. One row for each organization.</summary>
public sealed partial class Letterhead : Entity
{
    /// <summary>Longest name, street, city or address on the web.</summary>
    public const int LineMaxLength = 120;

    /// <summary>Longest text at the foot of a letter.</summary>
    public const int FinePrintMaxLength = 600;

    /// <summary>The colour of a letterhead nobody chose one for: ledger green.</summary>
    public const string UsualColor = "#0f6b4f";

    private Letterhead() { }

    /// <summary>An empty letterhead. It takes the organization's id for its own, so that there is never a second one.</summary>
    public Letterhead(Guid orgId) => Id = orgId;

    /// <summary>Name as registered: "Harborline Lending, LLC".</summary>
    public string? LegalName { get; private set; }

    /// <summary>The company's id in the Nationwide Multistate Licensing System; stands on letters to borrowers (12 CFR 1026.36(g)).</summary>
    public string? NmlsId { get; private set; }

    /// <summary>Street.</summary>
    public string? Street { get; private set; }

    /// <summary>City, state and ZIP code in one line.</summary>
    public string? Town { get; private set; }

    /// <summary>Phone of the office.</summary>
    public string? Phone { get; private set; }

    /// <summary>Address on the web, without <c>https://</c>.</summary>
    public string? Web { get; private set; }

    /// <summary>Colour of the mark and of lines, as <c>#0f6b4f</c>.</summary>
    public string Color { get; private set; } = UsualColor;

    /// <summary>What the organization adds at the foot: state licences, for example.</summary>
    public string? FinePrint { get; private set; }

    /// <summary>The logo in the file store; null for the initials.</summary>
    public Guid? LogoId { get; private set; }

    /// <summary>Whether a letter may go out under it: name, licence and address are known.</summary>
    public bool IsComplete => LegalName is not null && NmlsId is not null && Street is not null && Town is not null;

    /// <summary>Writes what stands on paper; refuses what would not be readable there.</summary>
    public Outcome Write(LetterheadText text)
    {
        var (name, nmls, street, town, phone, web, print) = (Clean(text.LegalName), Clean(text.NmlsId), Clean(text.Street), Clean(text.Town), Clean(text.Phone), Clean(text.Web), Clean(text.FinePrint));
        if (name is { Length: > LineMaxLength }) return TooLong(nameof(LegalName), LineMaxLength);
        if (nmls is not null && !NmlsNumber().IsMatch(nmls)) return Refusal.Invalid(nameof(NmlsId), "An NMLS id is a number of up to 12 digits.");
        if (street is { Length: > LineMaxLength }) return TooLong(nameof(Street), LineMaxLength);
        if (town is { Length: > LineMaxLength }) return TooLong(nameof(Town), LineMaxLength);
        if (phone is not null && !PhoneNumber.IsValid(phone)) return Refusal.Invalid(nameof(Phone), $"“{phone}” is not a phone number with area code.");
        if (web is not null && !WebName().IsMatch(web)) return Refusal.Invalid(nameof(Web), "Write the address as it should stand on paper, like harborline.example.");
        if (!HexColor().IsMatch(text.Color)) return Refusal.Invalid(nameof(Color), "A colour is a number sign and six digits, like #0f6b4f.");
        if (print is { Length: > FinePrintMaxLength }) return TooLong(nameof(FinePrint), FinePrintMaxLength);

        (LegalName, NmlsId, Street, Town, Phone, Web, Color, FinePrint) = (name, nmls, street, town, phone, web, text.Color.ToLowerInvariant(), print);
        return Outcome.Done;
    }

    /// <summary>Puts a logo on it, or takes it off again.</summary>
    public void Show(Guid? logoId) => LogoId = logoId;

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static Refusal TooLong(string field, int most) => Refusal.Invalid(field, $"At most {most} characters.");

    [GeneratedRegex(@"^\d{1,12}\z")]
    private static partial Regex NmlsNumber();

    [GeneratedRegex(@"^[\p{L}\d][\p{L}\d.-]{1,80}(/[\p{L}\d./_-]{0,60})?\z")]
    private static partial Regex WebName();

    [GeneratedRegex(@"^#[0-9a-fA-F]{6}\z")]
    private static partial Regex HexColor();
}

using System.Text.Json;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;

namespace CrmStudio.Domain.Leads.Forms;

/// <summary>
/// A form that takes leads from the web. Its address is public: it stands in the pages of the sites that show it, so it opens nothing but this one
/// form, and which sites may is said by <see cref="Origins"/>.
/// </summary>
public sealed class LeadForm : Entity, INamedRecord
{
    /// <summary>Most forms an organization has.</summary>
    public const int Limit = 50;

    /// <summary>Most sites one form is for.</summary>
    public const int OriginLimit = 20;

    /// <summary>Most consents one form asks for.</summary>
    public const int ConsentLimit = 8;

    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 80;

    /// <summary>Longest word of thanks.</summary>
    public const int ThankYouMaxLength = 400;

    /// <summary>Said where the organization says nothing else.</summary>
    public const string UsualThanks = "Thank you. We have your request and will be in touch shortly.";

    private LeadForm() { }

    /// <summary>A form under a key that stands in its address.</summary>
    /// <param name="key">At least 128 random bits, as they stand in an address.</param>
    public LeadForm(string key) => Key = key;

    /// <summary>What people call it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The part of its address behind the organization.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Whether it takes requests.</summary>
    public bool IsOn { get; private set; } = true;

    /// <summary>Where its leads come from, in a word.</summary>
    public string Source { get; private set; } = LeadSources.Web;

    /// <summary>Sites that may show it or send to it, as browsers say them.</summary>
    public string[] Origins { get; private set; } = [];

    /// <summary>What it asks consent for, as JSON.</summary>
    public string ConsentTexts { get; private set; } = "[]";

    /// <summary>What is said once it was sent.</summary>
    public string ThankYou { get; private set; } = UsualThanks;

    /// <inheritdoc />
    public string RecordName => Name;

    /// <summary>What it asks consent for.</summary>
    public IReadOnlyList<FormConsent> Consents() => JsonSerializer.Deserialize<FormConsent[]>(ConsentTexts)!;

    /// <summary>What it is set to.</summary>
    public LeadFormSetup Setup() => new(Name, Source, Origins, Consents(), ThankYou);

    /// <summary>Whether a browser on that site may send to it. Who sends no origin is no browser of another site.</summary>
    public bool IsFor(string? origin) => origin is null || Origins.Contains(origin, StringComparer.OrdinalIgnoreCase);

    /// <summary>Turns it on or off. Its address stays.</summary>
    public void Turn(bool on) => IsOn = on;

    /// <summary>Sets it; refuses, field by field, what cannot be.</summary>
    public Outcome Set(LeadFormSetup setup)
    {
        var (name, source, thanks) = (setup.Name?.Trim() ?? "", setup.Source?.Trim() ?? "", setup.ThankYou?.Trim() ?? "");
        if (name.Length is 0 or > NameMaxLength) return Refusal.Invalid(nameof(Name), $"Name the form in up to {NameMaxLength} characters.");
        if (source.Length is 0 or > LeadOrigin.MaxLength) return Refusal.Invalid(nameof(Source), $"Say where its leads come from, in up to {LeadOrigin.MaxLength} characters.");
        if (thanks.Length > ThankYouMaxLength) return Refusal.Invalid(nameof(ThankYou), $"A word of thanks has up to {ThankYouMaxLength} characters.");

        List<string> typed = [.. setup.Origins.Select(origin => origin.Trim()).Where(origin => origin.Length > 0)];
        if (typed.Find(origin => WebOrigin.Read(origin) is null) is { } wrong) return Refusal.Invalid(nameof(Origins), $"“{wrong}” is not a site. Write it as https://www.harborline.example.");
        string[] origins = [.. typed.Select(origin => WebOrigin.Read(origin)!).Distinct()];
        if (origins.Length > OriginLimit) return Refusal.Invalid(nameof(Origins), $"A form is for up to {OriginLimit} sites.");
        if (RefuseConsents(setup.Consents) is { } refusal) return refusal;

        (Name, Source, Origins, ThankYou) = (name, source, origins, thanks.Length == 0 ? UsualThanks : thanks);
        ConsentTexts = JsonSerializer.Serialize(setup.Consents.Select(consent => consent with { Text = consent.Text.Trim() }));
        return Outcome.Done;
    }

    private static Refusal? RefuseConsents(IReadOnlyList<FormConsent> consents)
    {
        if (consents.Count > ConsentLimit) return Refusal.Invalid(nameof(Consents), $"A form asks for up to {ConsentLimit} consents.");
        if (consents.DistinctBy(consent => consent.Code).Count() < consents.Count) return Refusal.Invalid(nameof(Consents), "Ask once for each channel and purpose.");
        return consents.Any(consent => consent.Text.Trim().Length is 0 or > Consent.TextMaxLength)
            ? Refusal.Invalid(nameof(Consents), $"Write the words beside each box, up to {Consent.TextMaxLength:N0} characters.") : null;
    }
}

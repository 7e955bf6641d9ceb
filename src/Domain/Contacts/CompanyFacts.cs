using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Contacts;

/// <summary>What is known of a company, as it is typed and read back.</summary>
public sealed record CompanyFacts(
    string? Name, CompanyKind Kind = CompanyKind.Other, string? Domain = null, string? Phone = null, string? Email = null,
    string? Street = null, string? City = null, string? State = null, string? Zip = null,
    string? LicenceNumber = null, string? LicenceState = null, DateOnly? LicenceExpiresOn = null, decimal? Rating = null, int? RatingCount = null,
    string? Website = null, string? LinkedIn = null, string? Facebook = null, string? Instagram = null)
{
    /// <summary>Without spaces around, and without empty texts.</summary>
    public CompanyFacts Trimmed() => this with
    {
        Name = Text(Name), Domain = Text(Domain), Phone = Text(Phone), Email = Text(Email), Street = Text(Street), City = Text(City), State = Text(State), Zip = Text(Zip),
        LicenceNumber = Text(LicenceNumber), LicenceState = Text(LicenceState), Website = Text(Website), LinkedIn = Text(LinkedIn), Facebook = Text(Facebook), Instagram = Text(Instagram),
    };

    /// <summary>Why these cannot be the facts of a company; null when they can.</summary>
    public Refusal? Refuse()
    {
        if (Name is null or { Length: > Company.NameMaxLength }) return Refusal.Invalid(nameof(Name), $"A company has a name of up to {Company.NameMaxLength} characters.");
        if (Email is not null && !EmailAddress.IsValid(Email)) return Refusal.Invalid(nameof(Email), $"“{Email}” is not an e-mail address.");
        if (Phone is not null && !PhoneNumber.IsValid(Phone)) return Refusal.Invalid(nameof(Phone), $"“{Phone}” is not a phone number with area code.");
        if (Domain is not null && (Uri.CheckHostName(Domain) != UriHostNameType.Dns || !Domain.Contains('.', StringComparison.Ordinal))) return Refusal.Invalid(nameof(Domain), $"“{Domain}” is not a domain such as harbor.example.");
        if (Street?.Length > ContactAddress.LineMaxLength) return Refusal.Invalid(nameof(Street), $"A street has up to {ContactAddress.LineMaxLength} characters.");
        if (City?.Length > ContactAddress.LineMaxLength) return Refusal.Invalid(nameof(City), $"A city has up to {ContactAddress.LineMaxLength} characters.");
        if (State is not null && !StateZones.IsState(State.ToUpperInvariant())) return Refusal.Invalid(nameof(State), $"“{State}” is not a state: write its two letters, such as CA.");
        if (Zip?.Length > ContactAddress.ZipMaxLength) return Refusal.Invalid(nameof(Zip), $"A ZIP code has up to {ContactAddress.ZipMaxLength} characters.");
        if (LicenceNumber?.Length > Company.LicenceMaxLength) return Refusal.Invalid(nameof(LicenceNumber), $"A licence number has up to {Company.LicenceMaxLength} characters.");
        if (LicenceState is not null && !StateZones.IsState(LicenceState.ToUpperInvariant())) return Refusal.Invalid(nameof(LicenceState), $"“{LicenceState}” is not a state.");
        if (Rating is < 0 or > 5) return Refusal.Invalid(nameof(Rating), "Ratings go from 0 to 5 stars.");
        if (RatingCount < 0) return Refusal.Invalid(nameof(RatingCount), "A number of reviews is not negative.");
        return Link(Website, nameof(Website)) ?? Link(LinkedIn, nameof(LinkedIn)) ?? Link(Facebook, nameof(Facebook)) ?? Link(Instagram, nameof(Instagram));
    }

    // Shown as a link, so nothing but the web may stand there.
    private static Refusal? Link(string? url, string field) =>
        url is null || (url.Length <= Company.UrlMaxLength && Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "https" or "http")
            ? null : Refusal.Invalid(field, "Write the whole address, beginning with https://.");

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

using CrmStudio.Domain.Contacts;

namespace CrmStudio.App.Contacts.Api;

/// <summary>A company as programs read it.</summary>
/// <param name="Version">Send it as If-Match to change the company.</param>
public sealed record CompanyRecord(
    Guid Id, string Version, string Name, CompanyKind Kind, string? Domain, string? Phone, string? Email, string? Street, string? City, string? State, string? Zip, string? LicenceNumber, string? LicenceState, DateOnly? LicenceExpiresOn,
    decimal? Rating, int? RatingCount, string? Website, string? LinkedIn, string? Facebook, string? Instagram, Guid? OwnerId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

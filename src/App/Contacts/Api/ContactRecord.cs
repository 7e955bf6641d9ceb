using CrmStudio.Domain.Contacts;

namespace CrmStudio.App.Contacts.Api;

/// <summary>A person as programs read them.</summary>
/// <param name="Version">Send it as If-Match to change the person.</param>
public sealed record ContactRecord(
    Guid Id, string Version, string FirstName, string LastName, string? Email, string? Phone, ContactKind Kind, string? JobTitle, Guid? CompanyId, string? State, string? TimeZone, string? Language, ConsentChannel? PreferredChannel,
    string? Source, DateTimeOffset? DoNotCallSince, Guid? OwnerId, DateTimeOffset? LastTouchAt, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

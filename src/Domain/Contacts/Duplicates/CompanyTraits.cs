namespace CrmStudio.Domain.Contacts.Duplicates;

/// <summary>What a company is recognised by.</summary>
/// <param name="Id">The company.</param>
/// <param name="NameKey">Its name as <see cref="Company.KeyOf"/> gives it.</param>
/// <param name="Domain">Domain of its e-mail addresses.</param>
/// <param name="PhoneKey">Digits of its phone.</param>
/// <param name="City">City.</param>
/// <param name="State">State.</param>
/// <param name="LicenceNumber">Number of its licence.</param>
public sealed record CompanyTraits(Guid Id, string NameKey, string? Domain, string? PhoneKey, string? City, string? State, string? LicenceNumber);

namespace CrmStudio.Domain.Contacts.Import;

/// <summary>A row of a file, understood as a company. What the row does not say is null and leaves a company that is there as it is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Domain">Its domain.</param>
/// <param name="Phone">Its phone.</param>
/// <param name="Email">Its e-mail.</param>
/// <param name="Street">House number and street.</param>
/// <param name="City">City.</param>
/// <param name="State">State.</param>
/// <param name="Zip">ZIP code.</param>
/// <param name="LicenceNumber">Its licence.</param>
/// <param name="LicenceState">Where that holds.</param>
/// <param name="Website">Its website.</param>
public sealed record CompanyImportDraft(
    string Name, CompanyKind? Kind, string? Domain, string? Phone, string? Email, string? Street, string? City, string? State, string? Zip, string? LicenceNumber, string? LicenceState, string? Website)
{
    /// <summary>What tells it apart.</summary>
    public string Key => Company.KeyOf(Name);

    /// <summary>The facts of the company, over those that are known.</summary>
    /// <param name="there">What is known; null for a new one.</param>
    public CompanyFacts Over(CompanyFacts? there)
    {
        var known = there ?? new CompanyFacts(Name);
        return known with
        {
            Kind = Kind ?? known.Kind, Domain = Domain ?? known.Domain, Phone = Phone ?? known.Phone, Email = Email ?? known.Email, Street = Street ?? known.Street, City = City ?? known.City, State = State ?? known.State,
            Zip = Zip ?? known.Zip, LicenceNumber = LicenceNumber ?? known.LicenceNumber, LicenceState = LicenceState ?? known.LicenceState, Website = Website ?? known.Website,
        };
    }
}

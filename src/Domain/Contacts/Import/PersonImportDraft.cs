namespace CrmStudio.Domain.Contacts.Import;

/// <summary>A row of a file, understood as a person. What the row does not say is null and leaves a person who is there as they are.</summary>
/// <param name="Key">What tells them apart: the e-mail, else the phone.</param>
/// <param name="FirstName">Given name.</param>
/// <param name="LastName">Family name.</param>
/// <param name="Email">E-mail.</param>
/// <param name="Phone">Phone.</param>
/// <param name="Kind">What the person is to the organization.</param>
/// <param name="JobTitle">What they do.</param>
/// <param name="Company">The company they work for, by name.</param>
/// <param name="State">Where they live.</param>
/// <param name="Language">The language they like to be spoken to in.</param>
/// <param name="Source">Where we know them from.</param>
/// <param name="OwnerId">Who looks after them.</param>
public sealed record PersonImportDraft(
    string Key, string? FirstName, string? LastName, string? Email, string? Phone, ContactKind? Kind, string? JobTitle, string? Company, string? State, string? Language, string? Source, Guid? OwnerId)
{
    /// <summary>The facts of the person, over those that are known.</summary>
    /// <param name="there">What is known; null for somebody new.</param>
    /// <param name="companyId">The company of that name; null when there is none.</param>
    public ContactFacts Over(ContactFacts? there, Guid? companyId)
    {
        var known = there ?? new ContactFacts(null, null, Kind: ContactKind.Other);
        return known with
        {
            FirstName = FirstName ?? known.FirstName, LastName = LastName ?? known.LastName, Email = Email ?? known.Email, Phone = Phone ?? known.Phone, Kind = Kind ?? known.Kind, JobTitle = JobTitle ?? known.JobTitle,
            CompanyId = companyId ?? known.CompanyId, State = State ?? known.State, Language = Language ?? known.Language, Source = Source ?? known.Source,
        };
    }
}

namespace CrmStudio.Domain.Integrations.Imports;

/// <summary>A member a loan can be given to.</summary>
public sealed record ImportPerson(Guid Id, string FirstName, string LastName, string Email)
{
    /// <summary>First and last name.</summary>
    public string Name => $"{FirstName} {LastName}";
}

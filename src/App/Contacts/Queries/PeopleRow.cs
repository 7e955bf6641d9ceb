using CrmStudio.Domain.Contacts;

namespace CrmStudio.App.Contacts.Queries;

/// <summary>A person in the list. Names of members, tags and fields are in <see cref="PeopleChoices"/>.</summary>
public sealed record PeopleRow(
    Guid Id, uint Version, string FirstName, string LastName, ContactKind Kind, Guid? CompanyId, string? Company, string? Email, string? Phone, string? State, Guid? OwnerId,
    DateTimeOffset? LastTouchAt, DateTimeOffset? DoNotCallSince, string? Source, string? JobTitle, DateTimeOffset CreatedAt)
{
    /// <summary>Names of the tags, in order, in one text.</summary>
    public string Tags { get; init; } = "";

    /// <summary>What the person says in fields of the organization's own, by field.</summary>
    public IReadOnlyDictionary<Guid, string> Own { get; init; } = none;

    /// <summary>First and last name.</summary>
    public string Name => $"{FirstName} {LastName}".Trim();

    private static readonly Dictionary<Guid, string> none = [];
}

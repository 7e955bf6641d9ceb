namespace CrmStudio.Domain.Contacts.Duplicates;

/// <summary>What a person is recognised by. Addresses and numbers in the form two spellings are compared in.</summary>
/// <param name="Id">The person.</param>
/// <param name="FirstName">Given name.</param>
/// <param name="LastName">Family name.</param>
/// <param name="State">State the person lives in.</param>
/// <param name="Emails">All e-mail addresses.</param>
/// <param name="Phones">All numbers.</param>
/// <param name="Places">All addresses.</param>
public sealed record PersonTraits(Guid Id, string FirstName, string LastName, string? State, IReadOnlyList<string> Emails, IReadOnlyList<string> Phones, IReadOnlyList<PersonTraits.Place> Places)
{
    private static readonly string[] generations = ["jr", "sr", "ii", "iii", "iv"];

    /// <summary>Where somebody lives or gets mail.</summary>
    /// <param name="Street">House number and street.</param>
    /// <param name="Zip">ZIP code.</param>
    public sealed record Place(string? Street, string? Zip);

    /// <summary>Father or son, as the name says it: "jr", "iii"; null when it does not.</summary>
    public string? Generation => Words(LastName).Skip(1).LastOrDefault(word => generations.Contains(word));

    /// <summary>The family name without the generation.</summary>
    public string Family => string.Join(' ', Words(LastName).Where((word, i) => i == 0 || !generations.Contains(word)));

    private static string[] Words(string name) => name.ToLowerInvariant().Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries);
}

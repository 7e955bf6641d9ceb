namespace CrmStudio.Domain.Contacts;

/// <summary>How somebody who reaches out calls and describes themselves; what they want, the Leads room knows.</summary>
/// <param name="FirstName">Given name.</param>
/// <param name="LastName">Family name.</param>
/// <param name="Email">E-mail as typed.</param>
/// <param name="Phone">Phone as typed.</param>
/// <param name="State">Where they live, as two letters.</param>
/// <param name="Language">The language they like to be spoken to in.</param>
/// <param name="Source">Where we know them from.</param>
public sealed record Inquiry(string? FirstName, string? LastName, string? Email, string? Phone, string? State = null, string? Language = null, string? Source = null)
{
    /// <summary>The facts of a person who is not known yet.</summary>
    public ContactFacts Facts() => new(FirstName, LastName, Email, Phone, ContactKind.Prospect, State: State, Language: Language, Source: Source);
}

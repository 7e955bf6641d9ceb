namespace CrmStudio.Infrastructure.Loans;

/// <summary>The loan officer who signs a letter.</summary>
/// <param name="Name">First and last name.</param>
/// <param name="Title">Title, such as "Senior loan officer".</param>
/// <param name="NmlsId">Id in the Nationwide Multistate Licensing System.</param>
/// <param name="Phone">Phone.</param>
/// <param name="Email">E-mail address.</param>
public sealed record LetterSigner(string Name, string? Title, string NmlsId, string? Phone, string Email);

namespace CrmStudio.App.Access.SigningIn;

/// <summary>Somebody to enter as.</summary>
public sealed record DemoPerson(Guid MemberId, string Name, string Role, string? Title);

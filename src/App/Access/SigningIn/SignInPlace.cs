namespace CrmStudio.App.Access.SigningIn;

/// <summary>An organization a person may sign in to.</summary>
public sealed record SignInPlace(Guid OrgId, Guid MemberId, string Name, DateTimeOffset? LastSignInAt);

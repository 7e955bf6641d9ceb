namespace CrmStudio.App.Access;

/// <summary>Somebody who joined an organization.</summary>
public sealed record Joined(Guid UserId, Guid OrgId);

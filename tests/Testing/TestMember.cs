namespace CrmStudio.Testing;

/// <summary>A member made for a test.</summary>
public sealed record TestMember(Guid OrgId, Guid Id, Guid UserId, string Name);

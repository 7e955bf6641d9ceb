namespace CrmStudio.Load.Bench;

/// <summary>Somebody the driver signs in as.</summary>
public sealed record BenchMember(Guid OrgId, Guid Id, Guid UserId);

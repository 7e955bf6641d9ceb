namespace CrmStudio.Infrastructure.Platform.Auditing;

/// <summary>What verifying the audit chain found.</summary>
/// <param name="Verified">Entries whose seal matches.</param>
/// <param name="Unsealed">Entries written since the last sealing.</param>
/// <param name="BrokenAt">First place in the chain that does not match; null when all do.</param>
public sealed record AuditVerdict(long Verified, int Unsealed, long? BrokenAt);

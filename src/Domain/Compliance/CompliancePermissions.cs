using CrmStudio.Domain.Access;

namespace CrmStudio.Domain.Compliance;

/// <summary>Permissions of the Compliance room.</summary>
public static class CompliancePermissions
{
    /// <summary>Read the audit trail and verify its chain.</summary>
    public static Permission ReadAudit { get; } = new("compliance.audit.read", "Read the audit trail", organization: BuiltInRole.Compliance);
}

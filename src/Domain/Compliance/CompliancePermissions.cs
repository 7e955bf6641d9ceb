using CrmStudio.Domain.Access;

namespace CrmStudio.Domain.Compliance;

/// <summary>Permissions of the Compliance room.</summary>
public static class CompliancePermissions
{
    /// <summary>Read the audit trail and verify its chain.</summary>
    public static Permission ReadAudit { get; } = new("compliance.audit.read", "Read the audit trail", organization: BuiltInRole.Compliance);

    /// <summary>Decide on overrides others ask for.</summary>
    public static Permission DecideOverrides { get; } = new("compliance.overrides.decide", "Approve or decline overrides of rules", organization: BuiltInRole.Compliance);

    /// <summary>Change the office calendar and the lender's identifier.</summary>
    public static Permission EditCalendar { get; } = new("compliance.calendar.edit", "Change the office calendar", organization: BuiltInRole.Compliance);
}

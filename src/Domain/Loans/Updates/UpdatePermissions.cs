using CrmStudio.Domain.Access;
using static CrmStudio.Domain.Access.BuiltInRole;

namespace CrmStudio.Domain.Loans.Updates;

/// <summary>Permissions about status updates.</summary>
public static class UpdatePermissions
{
    /// <summary>Say who on a loan gets updates, hold one back, send one again.</summary>
    public static Permission Send { get; } = new("loans.updates.send", "Send status updates", team: Manager | Assistant, own: LoanOfficer);

    /// <summary>Turn updates on and word them.</summary>
    public static Permission Word { get; } = new("loans.updates.word", "Word status updates");
}

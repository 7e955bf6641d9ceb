using CrmStudio.Domain.Access;
using static CrmStudio.Domain.Access.BuiltInRole;

namespace CrmStudio.Domain.Loans.Locks;

/// <summary>Permissions about rate locks. Seeing a lock takes <see cref="LoanPermissions.Read"/>.</summary>
public static class LockPermissions
{
    /// <summary>Ask the desk for a lock or for more days, and take it back.</summary>
    public static Permission Request { get; } = new("loans.locks.request", "Ask for rate locks", team: Manager, own: LoanOfficer);

    /// <summary>Lock, decline, extend and cancel.</summary>
    public static Permission Desk { get; } = new("loans.locks.desk", "Lock rates", team: Manager);

    /// <summary>Write the rules of the lock desk.</summary>
    public static Permission Policy { get; } = new("loans.locks.policy", "Change the rules of the lock desk");
}

using CrmStudio.Domain.Access;
using static CrmStudio.Domain.Access.BuiltInRole;

namespace CrmStudio.Domain.Loans.Watch;

/// <summary>Permissions about the watch of funded loans. All of it is amounts: who sees none sees nothing of it.</summary>
public static class WatchPermissions
{
    /// <summary>See who would gain from refinancing, and who would not.</summary>
    public static Permission Read { get; } = new("loans.watch.read", "See the watch of funded loans", organization: BuiltInRole.Compliance, team: Manager, own: LoanOfficer);

    /// <summary>Enter values, stop the watch of a loan, review and send messages.</summary>
    public static Permission Work { get; } = new("loans.watch.work", "Work the watch of funded loans", team: Manager, own: LoanOfficer);

    /// <summary>Enter market rates and what a refinance costs.</summary>
    public static Permission Set { get; } = new("loans.watch.set", "Enter market rates", organization: Manager);
}

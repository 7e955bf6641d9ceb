using CrmStudio.Domain.Access;
using static CrmStudio.Domain.Access.BuiltInRole;

namespace CrmStudio.Domain.Contacts;

/// <summary>Permissions about tasks.</summary>
public static class TaskPermissions
{
    /// <summary>Have tasks, write them for oneself or, in the team's scope, for others, and say that they are done.</summary>
    public static Permission Work { get; } = new("tasks.work", "Have tasks, and give them", team: Manager | Assistant, own: LoanOfficer | SalesRep | BuiltInRole.Compliance);

    /// <summary>Set the sequences tasks are started from.</summary>
    public static Permission SetSequences { get; } = new("tasks.sequences", "Set task sequences", organization: Manager);
}

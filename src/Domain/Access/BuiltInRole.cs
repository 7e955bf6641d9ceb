namespace CrmStudio.Domain.Access;

/// <summary>The seven roles every organization starts with.</summary>
[Flags]
public enum BuiltInRole
{
    /// <summary>None of them: a role the organization made itself.</summary>
    None = 0,

    /// <summary>Runs the organization: members, roles, flags, everything.</summary>
    Admin = 1,

    /// <summary>Leads teams and sees their subtree.</summary>
    Manager = 2,

    /// <summary>Works loans.</summary>
    LoanOfficer = 4,

    /// <summary>Works leads, deals and proposals.</summary>
    SalesRep = 8,

    /// <summary>Works loans of the team without seeing any amount.</summary>
    Assistant = 16,

    /// <summary>Reads everything, audits, changes nothing.</summary>
    Compliance = 32,

    /// <summary>Reads what the team reads.</summary>
    Viewer = 64,
}

namespace CrmStudio.Domain.Access;

/// <summary>How far a permission reaches.</summary>
public enum Scope
{
    /// <summary>Only records the member works on themselves.</summary>
    Own = 1,

    /// <summary>Records of everybody in the member's teams, and in the teams below those they lead.</summary>
    Team = 2,

    /// <summary>Every record of the organization.</summary>
    Organization = 3,
}

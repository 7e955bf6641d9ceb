namespace CrmStudio.Domain.Access;

/// <summary>Whether a member may sign in to the organization.</summary>
public enum MemberStatus
{
    /// <summary>May sign in.</summary>
    Active,

    /// <summary>May not; open circuits end within five seconds.</summary>
    Disabled,
}

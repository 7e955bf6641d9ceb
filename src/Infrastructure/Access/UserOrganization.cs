namespace CrmStudio.Infrastructure.Access;

/// <summary>Says that a person may sign in to an organization, and as which member.</summary>
public sealed class UserOrganization
{
    /// <summary>The person.</summary>
    public Guid UserId { get; init; }

    /// <summary>The organization.</summary>
    public Guid OrgId { get; init; }

    /// <summary>The member there.</summary>
    public Guid MemberId { get; init; }

    /// <summary>When the person last signed in there; the most recent is offered first.</summary>
    public DateTimeOffset? LastSignInAt { get; set; }
}

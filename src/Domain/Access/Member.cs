using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Access;

/// <summary>A person in one organization. The person who signs in (e-mail, password) is global and separate.</summary>
public sealed class Member : Entity, INamedRecord
{
    private Member() { }

    /// <summary>Adds a person to an organization.</summary>
    public Member(Guid userId, string firstName, string lastName, string email, string timeZone)
    {
        (UserId, FirstName, LastName, Email, TimeZone) = (userId, firstName, lastName, email, timeZone);
    }

    /// <summary>The global sign-in identity behind this member.</summary>
    public Guid UserId { get; private set; }

    /// <summary>Given name.</summary>
    public string FirstName { get; private set; } = "";

    /// <summary>Family name.</summary>
    public string LastName { get; private set; } = "";

    /// <summary>Work e-mail, as shown to colleagues and borrowers.</summary>
    public string Email { get; private set; } = "";

    /// <summary>Title on letters, such as "Senior loan officer".</summary>
    public string? Title { get; set; }

    /// <summary>Work phone.</summary>
    public string? Phone { get; set; }

    /// <summary>Nationwide Multistate Licensing System id of an originator.</summary>
    public string? NmlsId { get; set; }

    /// <summary>IANA time zone the member reads times in.</summary>
    public string TimeZone { get; private set; } = "America/New_York";

    /// <summary>Whether the member may sign in.</summary>
    public MemberStatus Status { get; private set; }

    /// <summary>Raised by one whenever roles, teams or the status change: open circuits compare it with every command.</summary>
    public long AccessVersion { get; private set; } = 1;

    /// <inheritdoc />
    public string RecordName => Name;

    /// <summary>First and last name.</summary>
    public string Name => $"{FirstName} {LastName}";

    /// <summary>Stops the member from signing in, and ends open circuits.</summary>
    public Outcome Disable(Guid by)
    {
        if (by == Id) return AccessRefusals.NotYourself;
        if (Status == MemberStatus.Disabled) return Outcome.Done;

        Status = MemberStatus.Disabled;
        AccessChanged();
        return Outcome.Done;
    }

    /// <summary>Lets a disabled member sign in again.</summary>
    public void Enable()
    {
        Status = MemberStatus.Active;
        AccessChanged();
    }

    /// <summary>Says that roles or teams of this member changed.</summary>
    public void AccessChanged()
    {
        AccessVersion++;
        Raise(new MemberAccessChanged(Id));
    }
}

using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Access;

/// <summary>Reasons of the Access room.</summary>
public static class AccessRefusals
{
    /// <summary>Nobody disables or demotes themselves: an organization must not lock itself out.</summary>
    public static Refusal NotYourself { get; } = new("access.not-yourself", "You cannot do this to your own membership. Ask another administrator.");

    /// <summary>An invitation link that is wrong, used, or past its date. Never says which.</summary>
    public static Refusal InvitationInvalid { get; } = new("access.invitation-invalid", "This invitation link is not valid any more. Ask for a new one.");

    /// <summary>The last administrator must stay one.</summary>
    public static Refusal LastAdministrator { get; } = new("access.last-administrator", "This is the last administrator. Make somebody else one first.");
}

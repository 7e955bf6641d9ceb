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

    /// <summary>
    /// Signing in failed. One sentence for a wrong password, an unknown e-mail and an account at rest, so that nobody learns
    /// which it was.
    /// </summary>
    public static Refusal SignInFailed { get; } = new("access.sign-in-failed",
        "E-mail and password do not fit, or there were too many tries. After five wrong tries an account rests for 15 minutes; a passkey or a new password works meanwhile.");

    /// <summary>The code does not fit, was used before, or there were too many tries.</summary>
    public static Refusal CodeInvalid { get; } = new("access.code-invalid", "This code does not fit. Codes change every 30 seconds and work once; after five wrong tries the account rests for 15 minutes.", "Code");

    /// <summary>The passkey did not answer, is unknown, or belongs to somebody whose sign-in is closed.</summary>
    public static Refusal PasskeyFailed { get; } = new("access.passkey-failed", "That passkey could not be used. Try again, or sign in with your password.");

    /// <summary>The person belongs to no organization that lets them in.</summary>
    public static Refusal NoOrganization { get; } = new("access.no-organization", "Your membership is not active. Ask an administrator of your organization.");

    /// <summary>Too many people sign in at this moment.</summary>
    public static Refusal Busy { get; } = new("access.busy", "Many people are signing in right now. Try again in a moment.");

    /// <summary>The first step of signing in was too long ago.</summary>
    public static Refusal StartAgain { get; } = new("access.start-again", "That took too long. Sign in again.");

    /// <summary>A link for a new password that is wrong, used or too old. Never says which.</summary>
    public static Refusal ResetInvalid { get; } = new("access.reset-invalid", "This link is not valid any more. Ask for a new one.");

    /// <summary>Ways to sign in are changed shortly after signing in only.</summary>
    public static Refusal SignInAgain { get; } = new("access.sign-in-again", "For your safety this needs a fresh sign-in. Sign out, sign in again, and repeat it within 15 minutes.");

    /// <summary>Somebody without a second factor could not get in any more.</summary>
    public static Refusal LastFactor { get; } = new("access.last-factor", "This is your only second factor, and your organization requires one. Set up another first.");

    /// <summary>Nobody hands out more than they hold.</summary>
    public static Refusal RoleAboveOwn { get; } = new("access.role-above-own", "This role holds permissions that you do not. Ask an administrator.", "RoleId");

    /// <summary>The person works here already.</summary>
    public static Refusal AlreadyMember { get; } = new("access.already-member", "Somebody with this e-mail is a member here already.", "Email");

    /// <summary>The key is wrong, has ended, was revoked, or its member may not sign in. Never says which.</summary>
    public static Refusal KeyOpensNothing { get; } = new("access.key-opens-nothing", "This API key opens nothing. Send a valid one as “Authorization: Bearer …”.");

    /// <summary>Nobody needs more.</summary>
    public static Refusal TooManyKeys { get; } = new("access.keys-too-many", $"You have {ApiKey.Most} API keys. Revoke one you do not use.");

    /// <summary>Nobody hands out more than they hold, to a program neither.</summary>
    public static Refusal ScopeAboveOwn { get; } = new("access.scope-above-own", "A key may do no more than you may.", nameof(ApiKey.Scopes));

    /// <summary>The same key of the request came with another one.</summary>
    public static Refusal RequestKeyReused { get; } = new("access.request-key-reused", "This Idempotency-Key came with another request before.");

    /// <summary>It is no key of a request.</summary>
    public static Refusal RequestKeyBad { get; } = new("access.request-key-bad", $"An Idempotency-Key has 1 to {ApiAnswer.KeyMaxLength} characters.");

    /// <summary>A change must say which version it is of.</summary>
    public static Refusal VersionNeeded { get; } = new("access.version-needed", "Send the record's version as If-Match: a change made of an older state is refused.");
}

namespace CrmStudio.Domain.Common;

/// <summary>An expected "no", with words a person can act on. Exceptions are for bugs; refusals are for people.</summary>
/// <param name="Code">Stable name of the reason, <c>room.reason</c> in kebab case.</param>
/// <param name="Message">One sentence that says what is wrong and, where possible, what to do.</param>
/// <param name="Field">Name of the input field the refusal belongs to, when it belongs to one.</param>
public sealed record Refusal(string Code, string Message, string? Field = null)
{
    /// <summary>The member's role does not allow the verb. Wording never says whether the record exists.</summary>
    public static Refusal NotAllowed { get; } = new("common.not-allowed", "Your role does not allow this. Ask an administrator if you need it.");

    /// <summary>The record does not exist, or is not visible to this member: the two are never told apart.</summary>
    public static Refusal NotFound { get; } = new("common.not-found", "This record does not exist or is not visible to you.");

    /// <summary>Somebody else changed the record between reading and saving.</summary>
    public static Refusal ChangedMeanwhile { get; } = new("common.changed-meanwhile", "Somebody changed this record meanwhile. Look at the current values, then try again.");

    /// <summary>The sign-in has ended: the member was disabled, the session revoked, or the role changed away.</summary>
    public static Refusal SignedOut { get; } = new("common.signed-out", "Your sign-in has ended. Sign in again to go on.");

    /// <summary>A refusal about one input field.</summary>
    public static Refusal Invalid(string field, string message) => new("common.invalid", message, field);
}

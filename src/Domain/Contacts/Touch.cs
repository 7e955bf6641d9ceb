namespace CrmStudio.Domain.Contacts;

/// <summary>A call, a message, a meeting or a note, as somebody logs it.</summary>
/// <param name="Kind">What it was.</param>
/// <param name="Text">The words; a call needs none.</param>
/// <param name="Result">What came of it.</param>
/// <param name="IsInbound">Whether the person came to us.</param>
/// <param name="Minutes">How long it took.</param>
public sealed record Touch(ActivityKind Kind, string? Text, CallResult? Result = null, bool? IsInbound = null, int? Minutes = null)
{
    /// <summary>Whether it counts as an attempt to reach the person.</summary>
    public bool IsAttempt => Kind is ActivityKind.Call or ActivityKind.Email or ActivityKind.Sms && IsInbound is not true;

    /// <summary>Whether the person was reached, or came by themselves.</summary>
    public bool IsContact => Kind == ActivityKind.Meeting || Result == CallResult.Reached || (IsInbound is true && Kind is ActivityKind.Call or ActivityKind.Email or ActivityKind.Sms);
}

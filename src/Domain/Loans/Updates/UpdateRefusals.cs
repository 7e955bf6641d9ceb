using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Updates;

/// <summary>Reasons about status updates.</summary>
public static class UpdateRefusals
{
    /// <summary>A template names a field that does not exist.</summary>
    public static Refusal UnknownField(string name, string field) => new("loans.update-unknown-field", $"There is no field “{name}”. Take one of the list.", field);

    /// <summary>It left already, or was held back before.</summary>
    public static Refusal NotWaiting { get; } = new("loans.update-not-waiting", "This update is not waiting any more.");

    /// <summary>Only what did not arrive is sent again.</summary>
    public static Refusal NotFailed { get; } = new("loans.update-not-failed", "Only an update that did not get through can be sent again.");

    /// <summary>Nobody can be written to without an address.</summary>
    public static Refusal NoAddress(string name) => new("loans.update-no-address", $"{name} has no e-mail address.");

    /// <summary>Title companies and sellers hear from somebody else.</summary>
    public static Refusal NoAudience { get; } = new("loans.update-no-audience", "Updates are written for borrowers, agents and referrers only.");
}

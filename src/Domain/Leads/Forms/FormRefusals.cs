using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Leads.Forms;

/// <summary>Why a form cannot be so, or takes nothing.</summary>
public static class FormRefusals
{
    /// <summary>The most forms an organization has.</summary>
    public static Refusal TooMany { get; } = new("leads.forms-too-many", $"There are {LeadForm.Limit} forms already. Use one of them.");

    /// <summary>There is a form of that name.</summary>
    public static Refusal NameTaken { get; } = Refusal.Invalid(nameof(LeadForm.Name), "There is a form of that name already.");

    /// <summary>The address opens nothing, or the form is off.</summary>
    public static Refusal Closed { get; } = new("leads.form-closed", "This form takes no requests at the moment.");

    /// <summary>The site is none of those the form is for.</summary>
    public static Refusal ForeignOrigin { get; } = new("leads.form-foreign-origin", "This form is not for that site.");

    /// <summary>Without an address or a number nobody can answer.</summary>
    public static Refusal NoReach { get; } = Refusal.Invalid("email", "Write an e-mail address or a phone number, so that we can answer.");

    /// <summary>The key was used for other words.</summary>
    public static Refusal KeyReused { get; } = new("leads.form-key-reused", "This Idempotency-Key came with another request before.");

    /// <summary>It is no key.</summary>
    public static Refusal BadKey { get; } = new("leads.form-bad-key", $"An Idempotency-Key has 1 to {LeadCapture.KeyMaxLength} characters.");

    /// <summary>It could not be read at all.</summary>
    public static Refusal Unreadable { get; } = new("leads.form-unreadable", "Send the fields as a form or as one JSON object of texts.");

    /// <summary>Nothing waits to be tried again.</summary>
    public static Refusal NothingToRetry { get; } = new("leads.form-nothing-to-retry", "This request became a lead already, or is about to.");
}

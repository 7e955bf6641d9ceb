namespace CrmStudio.Domain.Leads.Forms;

/// <summary>What a form is set to, as it is typed and read back.</summary>
/// <param name="Name">What people call it: "Website contact".</param>
/// <param name="Source">Where its leads come from, in a word: "Web".</param>
/// <param name="Origins">Sites that may show it or send to it, such as https://www.harborline.example.</param>
/// <param name="Consents">What it asks consent for.</param>
/// <param name="ThankYou">What is said once it was sent.</param>
public sealed record LeadFormSetup(string? Name, string? Source, IReadOnlyList<string> Origins, IReadOnlyList<FormConsent> Consents, string? ThankYou);

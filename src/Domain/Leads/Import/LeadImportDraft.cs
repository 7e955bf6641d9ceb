using CrmStudio.Domain.Contacts;

namespace CrmStudio.Domain.Leads.Import;

/// <summary>A row of a file, understood as a lead. What the row does not say is null and leaves a lead that is there as it is.</summary>
/// <param name="Key">What tells it apart: the e-mail, else the phone.</param>
/// <param name="Who">The person.</param>
/// <param name="Origin">Where they come from.</param>
/// <param name="Wish">What they ask for.</param>
/// <param name="AssigneeId">Whose it is to be.</param>
public sealed record LeadImportDraft(string Key, Inquiry Who, LeadOrigin Origin, LeadWish Wish, Guid? AssigneeId);

using CrmStudio.Domain.Leads.Forms;

namespace CrmStudio.App.Leads.Forms;

/// <summary>A form that was opened by its address.</summary>
/// <param name="Form">The form.</param>
/// <param name="Lender">Whose it is.</param>
public sealed record OpenForm(LeadForm Form, string Lender);

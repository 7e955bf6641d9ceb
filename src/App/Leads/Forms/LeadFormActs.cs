using CrmStudio.App.Leads.Forms.UseCases;

namespace CrmStudio.App.Leads.Forms;

/// <summary>What the settings page of forms does.</summary>
public sealed record LeadFormActs(MakeLeadForm Make, ChangeLeadForm Change, TurnLeadForm Turn, RetryCapture Retry);

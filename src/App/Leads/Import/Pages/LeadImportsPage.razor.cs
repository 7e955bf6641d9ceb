using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Leads.Import.Pages;

/// <summary>Where a file of leads goes in, and what came in before.</summary>
public partial class LeadImportsPage
{
    /// <summary>Code of the refusal of the last upload.</summary>
    [SupplyParameterFromQuery(Name = "refused")] public string? Refused { get; set; }
}

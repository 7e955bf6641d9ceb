using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Leads.Import.Pages;

/// <summary>One import of leads from matching columns to taking it back.</summary>
public partial class LeadImportPage
{
    [Parameter] public Guid ImportId { get; set; }
}

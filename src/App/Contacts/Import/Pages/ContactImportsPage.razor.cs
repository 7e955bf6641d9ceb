using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Contacts.Import.Pages;

/// <summary>Where a file of people goes in, and what came in before.</summary>
public partial class ContactImportsPage
{
    /// <summary>Code of the refusal of the last upload.</summary>
    [SupplyParameterFromQuery(Name = "refused")] public string? Refused { get; set; }
}

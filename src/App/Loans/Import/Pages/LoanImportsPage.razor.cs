using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Import.Pages;

/// <summary>Where a file of loans goes in, and what came in before.</summary>
public partial class LoanImportsPage
{
    /// <summary>Code of the refusal of the last upload.</summary>
    [SupplyParameterFromQuery(Name = "refused")] public string? Refused { get; set; }
}

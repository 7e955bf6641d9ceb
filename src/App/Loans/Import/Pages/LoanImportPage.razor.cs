using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Import.Pages;

/// <summary>One import of loans from matching columns to taking it back.</summary>
public partial class LoanImportPage
{
    [Parameter] public Guid ImportId { get; set; }
}

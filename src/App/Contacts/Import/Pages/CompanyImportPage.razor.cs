using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Contacts.Import.Pages;

/// <summary>One import of companies from matching columns to taking it back.</summary>
public partial class CompanyImportPage
{
    [Parameter] public Guid ImportId { get; set; }
}

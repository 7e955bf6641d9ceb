using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Contacts.Import.Pages;

/// <summary>One import of people from matching columns to taking it back.</summary>
public partial class ContactImportPage
{
    [Parameter] public Guid ImportId { get; set; }
}

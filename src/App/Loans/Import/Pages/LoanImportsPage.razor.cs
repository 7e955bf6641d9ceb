using CrmStudio.App.Hosting;
using CrmStudio.App.Loans.Import.Queries;
using CrmStudio.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Import.Pages;

/// <summary>Where a file goes in, and what came in before.</summary>
public partial class LoanImportsPage(LoanImportListQuery query, ViewerClock viewer)
{
    private IReadOnlyList<LoanImportLine>? imports;
    private Refusal? refusal;

    /// <summary>Code of the refusal of the last upload.</summary>
    [SupplyParameterFromQuery(Name = "refused")] public string? Refused { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var read = await query.ReadAsync(Leaving);
        (imports, refusal) = (read.Value, read.Refusal);
    }
}

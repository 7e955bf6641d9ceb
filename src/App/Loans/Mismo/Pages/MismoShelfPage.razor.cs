using CrmStudio.App.Hosting;
using CrmStudio.App.Loans.Mismo.Queries;
using CrmStudio.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Mismo.Pages;

/// <summary>Where a MISMO file goes in, and what came in before.</summary>
public partial class MismoShelfPage(MismoFilesQuery query, ViewerClock viewer)
{
    private IReadOnlyList<MismoFileLine>? files;
    private Refusal? refusal;

    /// <summary>The file of the last upload, when it was not taken.</summary>
    [SupplyParameterFromQuery(Name = "refused")] public Guid? Refused { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var read = await query.ReadAsync(Leaving);
        (files, refusal) = (read.Value, read.Refusal);
    }
}

using System.Globalization;
using CrmStudio.App.Hosting;
using CrmStudio.App.Leads.Routing.Queries;
using CrmStudio.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Leads.Routing.Parts;

/// <summary>How the leads of the last 90 days would have gone.</summary>
public partial class DryRunPart(RoutingDryRunQuery query, ViewerClock clock)
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    private DryRun? run;
    private Refusal? refusal;
    private RoutingTrial? tried;
    private bool isBusy;

    /// <summary>The rule under change; null tries what is saved.</summary>
    [Parameter] public RoutingTrial? Trial { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if ((run is not null || refusal is not null) && tried == Trial) return;
        (tried, isBusy) = (Trial, true);
        var read = await query.ReadAsync(Trial, Leaving);
        (run, refusal, isBusy) = (read.Value, read.Refusal, false);
    }

    private string Width(int leads) => (100m * leads / Math.Max(1, run!.Lines.Max(line => Math.Max(line.Before, line.After)))).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Signed(int change) => change == 0 ? "—" : change.ToString("+#,0;−#,0", english);

    private static string? Look(DryRunLine line) => line.IsNobody && line.After > line.Before ? "bad" : line.After == line.Before ? "t3" : null;
}

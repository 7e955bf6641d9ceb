using System.Globalization;
using CrmStudio.App.Hosting;
using CrmStudio.App.Leads.Scoring.Queries;
using CrmStudio.App.Leads.Scoring.UseCases;
using CrmStudio.Domain.Common;

namespace CrmStudio.App.Leads.Scoring.Pages;

/// <summary>Where a manager sees whether lead scores can be believed.</summary>
public partial class ScoreQualityPage(ScoreQualityQuery query, RescoreLeads rescore, ViewerClock viewer)
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");
    private ScoreQuality? quality;
    private Refusal? refusal;
    private string? told;
    private bool isBusy;

    protected override Task OnInitializedAsync() => ReloadAsync();

    private string Verdict => quality!.Reliability switch
    {
        { Count: < 50 } => "Too few leads to judge by: wait until 50 have closed.",
        { Brier: { } brier, BrierOfAverage: { } average } when brier < average * 0.95 => "These scores tell more than the average does.",
        { Brier: { } brier, BrierOfAverage: { } average } when brier <= average => "These scores tell hardly more than the average does.",
        _ => "These scores tell less than the average does: do not go by them.",
    };

    private async Task ReloadAsync()
    {
        var read = await query.ReadAsync(Leaving);
        (quality, refusal) = (read.Value, read.Refusal);
    }

    private async Task RescoreAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await rescore.RunAsync(new(IsNightly: false), Leaving);
        (isBusy, told) = (false, outcome.Refusal?.Message ?? (outcome.Value == 1 ? "One score changed." : $"{outcome.Value.ToString("N0", english)} scores changed."));
        await ReloadAsync();
    }
}

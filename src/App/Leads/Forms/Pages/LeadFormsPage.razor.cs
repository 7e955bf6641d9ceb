using System.Globalization;
using CrmStudio.App.Hosting;
using CrmStudio.App.Hosting.Settings;
using CrmStudio.App.Leads.Forms.Queries;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads.Forms;
using Microsoft.JSInterop;

namespace CrmStudio.App.Leads.Forms.Pages;

/// <summary>The organization's forms: made, set, turned off, their code to paste, and what they accepted last.</summary>
public partial class LeadFormsPage(LeadFormsQuery query, LeadFormActs acts, CrmSettings settings, UndoToast toast, ViewerClock viewer, IJSRuntime js)
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    private LeadFormsView? view;
    private Refusal? refusal, formRefusal;
    private Guid? editing, shown;
    private int made;
    private bool isBusy;

    protected override Task OnInitializedAsync() => ReloadAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await js.InvokeVoidAsync("import", $"./{Assets["js/calendar.js"]}");
    }

    private async Task ReloadAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        var read = await query.ReadAsync(Leaving);
        (view, refusal) = (read.Value, read.Refusal);
        StateHasChanged();
    }

    private void Edit(Guid? form) => (editing, formRefusal) = (form, null);

    private async Task MakeAsync(LeadFormSetup setup)
    {
        if (await DoAsync(() => acts.Make.RunAsync(new(setup), CancellationToken.None))) made++;
    }

    private async Task ChangeAsync(LeadFormSetup setup)
    {
        if (editing is { } id && await DoAsync(() => acts.Change.RunAsync(new(id, setup), CancellationToken.None))) Edit(null);
    }

    private Task TurnAsync(LeadFormLine form) => DoAsync(() => acts.Turn.RunAsync(new(form.Id, !form.IsOn), CancellationToken.None));

    private Task RetryAsync(CaptureLine capture) => DoAsync(() => acts.Retry.RunAsync(new(capture.Id), CancellationToken.None));

    private async Task<bool> DoAsync(Func<Task<Outcome<Changed>>> act)
    {
        if (isBusy) return false;
        isBusy = true;
        var outcome = await act();
        (isBusy, formRefusal) = (false, outcome.Refusal);
        if (outcome.IsDone || outcome.Refusal.Field is null) toast.Show(outcome, ReloadAsync);
        if (outcome.IsDone) await ReloadAsync();
        return outcome.IsDone;
    }

    private string Says(LeadFormLine form)
    {
        var sites = form.Setup.Origins.Count switch { 0 => "no site may show it yet", 1 => form.Setup.Origins[0], var many => $"{many} sites" };
        var came = form.Last is { } last ? $"{form.Count:N0} {(form.Count == 1 ? "request" : "requests")}, the last {viewer.Local(last).ToString("MMM d, h:mm tt", english)}" : "no request yet";
        return $"{form.Setup.Source}; {sites}; {came}";
    }
}

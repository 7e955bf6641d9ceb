using System.Globalization;
using CrmStudio.App.Loans.Clocks.Queries;
using CrmStudio.App.Loans.Clocks.UseCases;
using CrmStudio.App.Loans.Parts;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Clocks;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CrmStudio.App.Loans.Clocks.Parts;

/// <summary>Tries closings of a loan and shows what follows from each.</summary>
public sealed partial class ClosingSimulator(PlanClosing plans, RequestOverride asks, IJSRuntime js)
{
    private ClosingTable table = default!;
    private ClosingPlan plan = default!;
    private DateOnly tried, planned;
    private ReasonDialog why = default!;
    private bool isBusy;

    [Parameter, EditorRequired] public LoanClockView View { get; set; } = default!;

    [Parameter, EditorRequired] public Guid LoanId { get; set; }

    [Parameter] public EventCallback<Outcome<Changed>> OnSaved { get; set; }

    private bool IsFree => plan.Breaks.All(View.IsSetAside);

    protected override void OnParametersSet()
    {
        var isFirst = table is null;
        table = new ClosingTable(View.Clock, View.Today, View.ClosingOn);
        var start = View.ClosingOn ?? View.Clock.EarliestClosing()?.Day ?? View.Today;
        if (isFirst || start != planned || tried < table.First || tried > table.Last) tried = start;
        planned = start;
        plan = View.Clock.Plan(tried);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await js.InvokeVoidAsync("import", $"./{Assets["js/clock.js"]}");
    }

    private void Try(DateOnly day) => (tried, plan) = (day, View.Clock.Plan(day));

    private void TryDragged(ChangeEventArgs change)
    {
        if (int.TryParse(change.Value?.ToString(), CultureInfo.InvariantCulture, out var index) && index is >= 0 and < ClosingTable.Days) Try(table.First.AddDays(index));
    }

    private void TryTyped(ChangeEventArgs change)
    {
        if (DateOnly.TryParseExact(change.Value?.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= table.First && day <= table.Last) Try(day);
    }

    private async Task PlanAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await plans.RunAsync(new(LoanId, View.ClosingOn, tried), CancellationToken.None);
        isBusy = false;
        await OnSaved.InvokeAsync(outcome);
    }

    private async Task AskAsync(GateBreak broken)
    {
        if (await why.AskAsync($"Ask Compliance to set “{broken.Rule.Title}” aside?", $"{broken.Message} Write which emergency or error justifies it; somebody else decides, and both names are kept.", "Ask for the override") is { } reason)
            await OnSaved.InvokeAsync(await asks.RunAsync(new(LoanId, broken.Rule.Code, broken.ForDay, reason), CancellationToken.None));
    }
}

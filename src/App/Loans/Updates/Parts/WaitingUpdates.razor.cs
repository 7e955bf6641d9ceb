using System.Globalization;
using CrmStudio.App.Hosting;
using CrmStudio.App.Kit.Toasts;
using CrmStudio.App.Loans.Queries;
using CrmStudio.App.Loans.Updates.Queries;
using CrmStudio.App.Loans.Updates.UseCases;
using CrmStudio.Domain.Loans.Updates;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Updates.Parts;

/// <summary>Says on the record that updates are about to leave, while they can still be held back.</summary>
public partial class WaitingUpdates(LoanUpdatesQuery query, HoldBackUpdate holdBack, Toasts toasts, ViewerClock viewer)
{
    private IReadOnlyList<UpdateLine> waiting = [];
    private bool isBusy;

    /// <summary>The loan as the page has it.</summary>
    [Parameter, EditorRequired] public LoanDetail Loan { get; set; } = default!;

    private string Words
    {
        get
        {
            var at = viewer.Local(waiting.Min(line => line.DueAt!.Value)).ToString("h:mm:ss tt", CultureInfo.GetCultureInfo("en-US"));
            return waiting.Count == 1 ? $"A status update to {waiting[0].Name} leaves at {at}." : $"{waiting.Count} status updates leave at {at}: {string.Join(", ", waiting.Select(line => line.Name))}.";
        }
    }

    protected override Task OnParametersSetAsync() => ReloadAsync();

    private async Task ReloadAsync()
    {
        var read = await query.ReadAsync(Loan.Id, Leaving);
        waiting = read.Value is { MaySend: true } view ? [.. view.Updates.Where(line => line.State == UpdateState.Waiting)] : [];
    }

    private async Task HoldBackAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await holdBack.RunAsync(new(Loan.Id, null), CancellationToken.None);
        isBusy = false;
        if (outcome.IsDone) toasts.Done(outcome.Value == 1 ? "Held back 1 status update" : $"Held back {outcome.Value} status updates");
        else toasts.Refused(outcome.Refusal);
        await ReloadAsync();
    }
}

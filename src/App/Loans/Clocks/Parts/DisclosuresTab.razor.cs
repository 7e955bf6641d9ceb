using System.Globalization;
using CrmStudio.App.Loans.Clocks.Queries;
using CrmStudio.App.Loans.Clocks.UseCases;
using CrmStudio.App.Loans.Parts;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;

namespace CrmStudio.App.Loans.Clocks.Parts;

/// <summary>What went out, when it counts as received, and a form for the next.</summary>
public partial class DisclosuresTab(LoanDisclosuresQuery query, ReceiveDisclosure receive, RemoveDisclosure remove)
{
    private LoanDisclosures? view;
    private Refusal? refusal, formRefusal;
    private Guid? receiving;
    private uint version;
    private Receipt was = default!;
    private MergeDialog merge = default!;
    private DateOnly receivedOn;
    private string? evidence;
    private bool isBusy;

    protected override async Task OnParametersSetAsync()
    {
        var read = await query.ReadAsync(Loan.Id, Leaving);
        (view, refusal) = (read.Value, read.Refusal);
    }

    private void StartReceiving(DisclosureLine line)
    {
        (receiving, version, was, formRefusal) = (line.Id, line.Version, ReceiptOf(line), null);
        (receivedOn, evidence) = (was.On ?? view!.Today, was.Evidence);
    }

    private async Task ReceiveAsync(DisclosureLine line)
    {
        if (await DoAsync(() => SaveReceiptAsync(line))) receiving = null;
    }

    private async Task<Outcome<Changed>> SaveReceiptAsync(DisclosureLine line)
    {
        var outcome = await receive.RunAsync(new(line.Id, version, receivedOn, evidence), CancellationToken.None);
        if (outcome.Refusal != Refusal.ChangedMeanwhile || (await query.ReadAsync(Loan.Id, Leaving)).Value?.Lines.FirstOrDefault(one => one.Id == line.Id) is not { } theirs) return outcome;
        if (await RecordMerge.SettleAsync(Receipt.Fields, was, new Receipt(receivedOn, evidence), ReceiptOf(theirs), merge.AskAsync) is not { } settled) return outcome;
        (version, was, receivedOn, evidence) = (theirs.Version, ReceiptOf(theirs), settled.On ?? receivedOn, settled.Evidence);
        return await receive.RunAsync(new(line.Id, version, receivedOn, evidence), CancellationToken.None);
    }

    // A receipt that is presumed is none that anybody wrote.
    private static Receipt ReceiptOf(DisclosureLine line) => line.Presumed is null && line.Evidence is not null ? new(line.ReceivedOn, line.Evidence) : new(null, null);

    private async Task<bool> DoAsync(Func<Task<Outcome<Changed>>> act)
    {
        if (isBusy) return false;
        isBusy = true;
        var outcome = await act();
        (isBusy, formRefusal) = (false, outcome.Refusal);
        if (outcome.Refusal?.Field is null) await OnSaved.InvokeAsync(outcome);
        return outcome.IsDone;
    }

    private string? ErrorOf(string field) => formRefusal?.Field == field ? formRefusal.Message : null;

    private string Day(DateOnly day) => LoanWords.Day(day, view!.Today);

    private sealed record Receipt(DateOnly? On, string? Evidence)
    {
        public static IReadOnlyList<MergeField<Receipt>> Fields { get; } =
        [
            new("Received on", receipt => receipt.On, receipt => receipt.On?.ToString("MMM d, yyyy", CultureInfo.GetCultureInfo("en-US")) ?? "not proven", (receipt, other) => receipt with { On = other.On }),
            new("What proves it", receipt => receipt.Evidence, receipt => receipt.Evidence ?? "nothing", (receipt, other) => receipt with { Evidence = other.Evidence }),
        ];
    }
}

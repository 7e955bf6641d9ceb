using System.Globalization;
using CrmStudio.App.Hosting;
using CrmStudio.App.Kit.Toasts;
using CrmStudio.App.Loans.Updates.Queries;
using CrmStudio.App.Loans.Updates.UseCases;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Updates;

namespace CrmStudio.App.Loans.Updates.Parts;

/// <summary>Status updates of a loan: who gets them, what was sent to whom and when, what waits.</summary>
public partial class UpdatesPart(LoanUpdatesQuery query, KeepInformed inform, HoldBackUpdate holdBack, SendUpdateAgain sendAgain, Toasts toasts, ViewerClock viewer)
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");
    private LoanUpdates? view;
    private Refusal? refusal;

    protected override Task OnParametersSetAsync() => ReloadAsync();

    private async Task ReloadAsync()
    {
        var read = await query.ReadAsync(Loan.Id, Leaving);
        (view, refusal) = (read.Value, read.Refusal);
    }

    private async Task InformAsync(UpdateRecipient person, bool isInformed) => await OnSaved.InvokeAsync(await inform.RunAsync(new(person.PartyId, isInformed), CancellationToken.None));

    private async Task HoldBackAsync(UpdateLine line)
    {
        var outcome = await holdBack.RunAsync(new(Loan.Id, line.Id), CancellationToken.None);
        if (outcome.IsDone) toasts.Done($"Held back the update to {line.Name}");
        else toasts.Refused(outcome.Refusal);
        await ReloadAsync();
    }

    private async Task SendAgainAsync(UpdateLine line)
    {
        var outcome = await sendAgain.RunAsync(new(line.Id), CancellationToken.None);
        if (outcome.IsDone) toasts.Done($"The update to {line.Name} goes out again");
        else toasts.Refused(outcome.Refusal);
        await ReloadAsync();
    }

    private string Described(UpdateLine line) => string.Join(" · ", new[]
    {
        $"{line.Name}, {line.Address}",
        line.State switch
        {
            UpdateState.Waiting => $"leaves at {Time(line.DueAt!.Value)}",
            UpdateState.Sent => $"sent {Moment(line.SentAt!.Value)}",
            _ => $"written {Moment(line.WrittenAt)}",
        },
        line.HeldBackBy is { } who ? $"held back by {who}" : line.Answer,
    }.OfType<string>());

    private string Time(DateTimeOffset at) => viewer.Local(at).ToString("h:mm:ss tt", english);

    private string Moment(DateTimeOffset at) => viewer.Local(at).ToString("MMM d, h:mm:ss tt", english);
}

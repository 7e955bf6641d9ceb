using System.Globalization;
using CrmStudio.App.Hosting;
using CrmStudio.App.Loans.Watch.Queries;
using CrmStudio.App.Loans.Watch.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans.Updates;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Watch.Parts;

/// <summary>One borrower of a funded loan: the message to them, why there is none, and what they agreed to.</summary>
public partial class WatchPersonPart(DraftWatchMessage draft, ReviewWatchMessage review, HoldBackWatchMessage holdBack, ViewerClock viewer)
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");
    private readonly Dictionary<Guid, Wording> typed = [];
    private Refusal? refusal;
    private bool isRecording, isBusy;

    /// <summary>The loan.</summary>
    [Parameter, EditorRequired] public PastLoan Loan { get; set; } = default!;

    /// <summary>The borrower.</summary>
    [Parameter, EditorRequired] public PastPerson Person { get; set; } = default!;

    /// <summary>Something was saved, or refused.</summary>
    [Parameter] public EventCallback<Outcome<Changed>> OnSaved { get; set; }

    private string ConsentHead => Person.Consents.Where(line => line is { Channel: ConsentChannel.Email, Purpose: ConsentPurpose.Marketing }).MaxBy(line => line.At) is { } newest
        ? $"{(newest.IsGiven ? "Agreed to" : "Withdrew from")} offers by e-mail, {Moment(newest.At)}"
        : "Never asked about offers by e-mail";

    private Task DraftAsync() => DoAsync(() => draft.RunAsync(new(Loan.LoanId, Person.ContactId), CancellationToken.None));

    private Task HoldBackAsync(MessageLine line) => DoAsync(() => holdBack.RunAsync(new(line.Id), CancellationToken.None));

    private async Task ReviewAsync(MessageLine line)
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await review.RunAsync(new(line.Id, TextOf(line).Subject, TextOf(line).Text), CancellationToken.None);
        (isBusy, refusal) = (false, outcome.Refusal);
        if (outcome.Refusal?.Field is not null) return;   // said at the field; what was typed stays
        typed.Remove(line.Id);
        await OnSaved.InvokeAsync(outcome);
    }

    private async Task DoAsync(Func<Task<Outcome<Changed>>> act)
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await act();
        (isBusy, refusal) = (false, null);
        await OnSaved.InvokeAsync(outcome);
    }

    private Task RecordedAsync(Outcome<Changed> outcome)
    {
        isRecording = false;
        return OnSaved.InvokeAsync(outcome);
    }

    private Wording TextOf(MessageLine line) => typed.TryGetValue(line.Id, out var wording) ? wording : typed[line.Id] = new Wording { Subject = line.Subject, Text = line.Text };

    private string? ErrorOf(string field) => refusal?.Field == field ? refusal.Message : null;

    private string Described(MessageLine line) => string.Join(" · ", new[]
    {
        line.Address,
        line.State switch { UpdateState.Waiting => $"leaves at {viewer.Local(line.DueAt!.Value).ToString("h:mm:ss tt", english)}", UpdateState.Sent => $"sent {Moment(line.SentAt!.Value)}", _ => line.Answer },
        line.ReviewedBy is { } who ? $"reviewed by {who}" : null,
    }.OfType<string>());

    private string Told(ConsentLine line) => string.Join(" · ", new[] { Moment(line.At), WatchWords.Of(line.Method), line.Reach, line.Evidence, line.RecordedBy is { } who ? $"recorded by {who}" : null }.OfType<string>());

    private string Moment(DateTimeOffset at) => viewer.Local(at).ToString("MMM d, yyyy", english);

    private sealed class Wording
    {
        public string? Subject { get; set; }

        public string? Text { get; set; }
    }
}

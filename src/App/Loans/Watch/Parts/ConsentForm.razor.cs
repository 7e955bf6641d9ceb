using CrmStudio.App.Loans.Watch.Queries;
using CrmStudio.App.Loans.Watch.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Loans.Watch.Parts;

/// <summary>Writes down what a person said about being reached. Consent and withdrawal are both rows of the history.</summary>
public partial class ConsentForm(RecordConsent record, CurrentMember me, TimeProvider clock)
{
    private readonly Draft draft = new();
    private Refusal? refusal;
    private bool isBusy;

    /// <summary>The loan the person is known from.</summary>
    [Parameter, EditorRequired] public Guid LoanId { get; set; }

    /// <summary>The person.</summary>
    [Parameter, EditorRequired] public PastPerson Person { get; set; } = default!;

    /// <summary>It was written down.</summary>
    [Parameter] public EventCallback<Outcome<Changed>> OnSaved { get; set; }

    /// <summary>The form is to close.</summary>
    [Parameter] public EventCallback OnClose { get; set; }

    protected override void OnInitialized() => draft.On = me.DayOf(clock.GetUtcNow());

    private async Task SaveAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await record.RunAsync(new(LoanId, Person.ContactId, new ConsentWord(draft.Channel, draft.Purpose, draft.IsGiven, At(), draft.Method, draft.Shown, draft.Evidence)), CancellationToken.None);
        (isBusy, refusal) = (false, outcome.Refusal);
        if (outcome.IsDone) await OnSaved.InvokeAsync(outcome);
    }

    // Of today it was just now; of an earlier day nobody knows the hour, so that day's beginning is taken.
    private DateTimeOffset? At() => draft.On is not { } day ? null : day == me.DayOf(clock.GetUtcNow()) ? clock.GetUtcNow() : me.StartOf(day);

    private string? ErrorOf(string field) => refusal?.Field == field ? refusal.Message : null;

    private sealed class Draft
    {
        public bool IsGiven { get; set; } = true;

        public ConsentChannel Channel { get; set; }

        public ConsentPurpose Purpose { get; set; }

        public ConsentMethod Method { get; set; } = ConsentMethod.Spoken;

        public DateOnly? On { get; set; }

        public string? Shown { get; set; }

        public string? Evidence { get; set; }
    }
}

using CrmStudio.App.Contacts.Queries;
using CrmStudio.App.Contacts.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Contacts.Parts;

/// <summary>Consents of a person per channel and purpose, their history with the evidence, and "do not call".</summary>
public partial class ConsentPanel(RecordPersonConsent record, SetDoNotCall calls, CurrentMember me, TimeProvider clock)
{
    private Draft draft = new();
    private Refusal? refusal;
    private bool isOpen, isBusy;

    /// <summary>The person.</summary>
    [Parameter, EditorRequired] public PersonDetail Person { get; set; } = default!;

    /// <summary>Names of members.</summary>
    [Parameter, EditorRequired] public PeopleChoices Choices { get; set; } = default!;

    /// <summary>Something was saved.</summary>
    [Parameter] public EventCallback<Outcome<Changed>> OnSaved { get; set; }

    protected override void OnInitialized() => draft.On = me.DayOf(clock.GetUtcNow());

    private async Task SaveAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await record.RunAsync(new(Person.Id, new ConsentWord(draft.Channel, draft.Purpose, draft.IsGiven, At(), draft.Method, draft.Shown, draft.Evidence)), CancellationToken.None);
        (isBusy, refusal) = (false, outcome.Refusal);
        if (!outcome.IsDone) return;
        (isOpen, draft) = (false, new() { On = draft.On });
        await OnSaved.InvokeAsync(outcome);
    }

    private async Task TurnCallsAsync() => await OnSaved.InvokeAsync(await calls.RunAsync(new(Person.Id, Person.DoNotCallSince is null), CancellationToken.None));

    // Of today it was just now; of an earlier day nobody knows the hour, so that day's beginning is taken.
    private DateTimeOffset? At() => draft.On is not { } day ? null : day == me.DayOf(clock.GetUtcNow()) ? clock.GetUtcNow() : me.StartOf(day);

    private DateOnly DayOf(DateTimeOffset at) => me.DayOf(at);

    private string? NameOf(Guid? memberId) => memberId is null ? null : Choices.Name(memberId) ?? "a former colleague";

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

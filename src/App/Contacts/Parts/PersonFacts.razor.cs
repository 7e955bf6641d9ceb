using CrmStudio.App.Contacts.Queries;
using CrmStudio.App.Contacts.UseCases;
using CrmStudio.App.Kit.Filters;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Contacts.Parts;

/// <summary>The facts of a person, changed one by one. Where two change one fact, both values are shown.</summary>
public partial class PersonFacts(EditPerson edit)
{
    private static readonly IReadOnlyList<FilterOption> kinds = [.. Enum.GetValues<ContactKind>().Select(kind => new FilterOption(kind.ToString(), ContactWords.Of(kind)))];
    private static readonly IReadOnlyList<FilterOption> states = [.. StateZones.All.Select(state => new FilterOption(state, state))];
    private static readonly IReadOnlyList<FilterOption> channels = [.. Enum.GetValues<ConsentChannel>().Select(channel => new FilterOption(channel.ToString(), ContactWords.Of(channel)))];
    private IReadOnlyList<FilterOption> owners = [];
    private BothValues both = default!;

    /// <summary>The person.</summary>
    [Parameter, EditorRequired] public PersonDetail Person { get; set; } = default!;

    /// <summary>What is chosen from.</summary>
    [Parameter, EditorRequired] public PeopleChoices Choices { get; set; } = default!;

    /// <summary>Something was saved.</summary>
    [Parameter] public EventCallback<Outcome<Changed>> OnSaved { get; set; }

    protected override void OnParametersSet() => owners = [.. Choices.Active.Select(member => new FilterOption(member.Id.ToString(), member.Name))];

    private string? Now(string fact) => PersonFact.ValueOf(Person.Facts, fact);

    private Func<string?, string?, Task<Refusal?>> Saving(string fact) => (was, text) => EditAsync(fact, was, text);

    private async Task<Refusal?> EditAsync(string fact, string? was, string? text)
    {
        var outcome = await edit.RunAsync(new(Person.Id, fact, was, text), CancellationToken.None);
        if (outcome.Value is { IsConflict: true } conflict)
        {
            if (!await both.AskAsync(Person.Name, Said(fact, text), Said(fact, conflict.Theirs)))
            {
                await OnSaved.InvokeAsync();
                return null;
            }
            outcome = await edit.RunAsync(new(Person.Id, fact, conflict.Theirs, text), CancellationToken.None);
        }
        if (outcome.Value is { Changed: { } changed }) await OnSaved.InvokeAsync(changed);
        return outcome.Value is { IsConflict: true } ? Refusal.ChangedMeanwhile : outcome.Refusal;
    }

    private string? Said(string fact, string? value) => fact == PersonFact.Owner ? Choices.Name(Guid.TryParse(value, out var id) ? id : null) : value;
}

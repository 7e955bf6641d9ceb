using CrmStudio.App.Contacts.Queries;
using CrmStudio.App.Contacts.UseCases;
using CrmStudio.App.Shell.Drafts;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Contacts.Pages;

/// <summary>Enters a person by hand, with a word in time when they are known.</summary>
public partial class NewPersonPage(AddPerson add, KnownPersonQuery knownQuery, PeopleChoicesQuery choiceQuery, UndoToast toast, NavigationManager navigation)
{
    private Draft draft = new();
    private DraftKeeper keeper = default!;
    private PeopleChoices? choices;
    private KnownPerson? known;
    private Refusal? refusal, notAllowed;
    private bool isBusy;

    protected override async Task OnInitializedAsync()
    {
        var read = await choiceQuery.ReadAsync(Leaving);
        (choices, notAllowed) = (read.Value, read.Refusal ?? (read.Value is { MayEdit: false } ? Refusal.NotAllowed : null));
    }

    private async Task LookAsync() => known = (await knownQuery.ReadAsync(new(draft.FirstName, draft.LastName, draft.Email, draft.Phone), Leaving)).Value;

    private async Task SaveAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var facts = new ContactFacts(draft.FirstName, draft.LastName, draft.Email, draft.Phone, draft.Kind, draft.JobTitle, State: draft.State, Language: draft.Language, Source: draft.Source);
        var outcome = await add.RunAsync(new(facts, draft.Company, draft.Own, known is { IsKnown: true }), CancellationToken.None);
        (isBusy, refusal) = (false, outcome.Refusal);
        if (outcome.Refusal?.Code == "contacts.known-already") await LookAsync();
        if (!outcome.IsDone) return;
        await keeper.DoneAsync();
        toast.Show(outcome.Value.Changed, () => Task.CompletedTask);
        navigation.NavigateTo(ContactUrls.For(outcome.Value.ContactId));
    }

    private string? ErrorOf(string field) => refusal?.Field == field ? refusal.Message : null;

    private sealed class Draft
    {
        public string? FirstName { get; set; }

        public string? LastName { get; set; }

        public string? Email { get; set; }

        public string? Phone { get; set; }

        public ContactKind Kind { get; set; } = ContactKind.Prospect;

        public string? Company { get; set; }

        public string? JobTitle { get; set; }

        public string? State { get; set; }

        public string? Language { get; set; }

        public string? Source { get; set; }

        public Dictionary<Guid, string?> Own { get; } = [];
    }
}

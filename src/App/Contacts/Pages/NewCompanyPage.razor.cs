using CrmStudio.App.Contacts.Queries;
using CrmStudio.App.Contacts.UseCases;
using CrmStudio.App.Shell.Drafts;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Contacts.Pages;

/// <summary>Enters a company by hand.</summary>
public partial class NewCompanyPage(AddCompany add, PeopleChoicesQuery choiceQuery, UndoToast toast, NavigationManager navigation)
{
    private Draft draft = new();
    private DraftKeeper keeper = default!;
    private PeopleChoices? choices;
    private Refusal? refusal, notAllowed;
    private bool isBusy;

    protected override async Task OnInitializedAsync()
    {
        var read = await choiceQuery.ReadAsync(Leaving);
        (choices, notAllowed) = (read.Value, read.Refusal ?? (read.Value is { MayEdit: false } ? Refusal.NotAllowed : null));
    }

    private async Task SaveAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = await add.RunAsync(new(new(draft.Name, draft.Kind, draft.Domain, draft.Phone, draft.Email, City: draft.City, State: draft.State), draft.Own), CancellationToken.None);
        (isBusy, refusal) = (false, outcome.Refusal);
        if (!outcome.IsDone) return;
        await keeper.DoneAsync();
        toast.Show(outcome.Value.Changed, () => Task.CompletedTask);
        navigation.NavigateTo(ContactUrls.ForCompany(outcome.Value.CompanyId));
    }

    private string? ErrorOf(string field) => refusal?.Field == field ? refusal.Message : null;

    private sealed class Draft
    {
        public string? Name { get; set; }

        public CompanyKind Kind { get; set; }

        public string? Phone { get; set; }

        public string? Email { get; set; }

        public string? Domain { get; set; }

        public string? City { get; set; }

        public string? State { get; set; }

        public Dictionary<Guid, string?> Own { get; } = [];
    }
}

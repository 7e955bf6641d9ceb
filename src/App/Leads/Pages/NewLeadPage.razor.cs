using CrmStudio.App.Leads.Parts;
using CrmStudio.App.Leads.Queries;
using CrmStudio.App.Leads.UseCases;
using CrmStudio.App.Shell.Drafts;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Leads.Pages;

/// <summary>Enters a lead by hand, and says while it is typed who is known already.</summary>
public partial class NewLeadPage(EnterLead enter, KnownLeadQuery knownQuery, LeadChoicesQuery choices, UndoToast toast, CurrentMember me, NavigationManager navigation)
{
    private Draft draft = new();
    private DraftKeeper keeper = default!;
    private IReadOnlyList<LeadOption> ponds = [];
    private KnownPerson known = KnownPerson.Nobody;
    private Refusal? refusal;
    private bool isBusy;

    protected override async Task OnInitializedAsync()
    {
        var named = await choices.ReadAsync(Leaving);
        (ponds, refusal) = (named.Value?.MyPonds ?? [], named.Refusal);
    }

    private string? ErrorOf(string field) => refusal?.Field == field ? refusal.Message : null;

    private async Task LookAsync() => known = (await knownQuery.ReadAsync(draft.Person(), Leaving)).Value ?? KnownPerson.Nobody;

    private async Task SaveAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var pond = Guid.TryParse(draft.Place, out var id) ? id : (Guid?)null;
        var whose = pond is not null ? LeadWhose.Pond : draft.Place == "rules" ? LeadWhose.ByRules : LeadWhose.Mine;
        var outcome = await enter.RunAsync(new(draft.Person(), new(draft.Source, draft.SourceDetail), draft.Wish(), whose, pond), CancellationToken.None);
        (isBusy, refusal) = (false, outcome.Refusal);
        if (!outcome.IsDone) return;
        await keeper.DoneAsync();
        toast.Show(outcome.Value.Changed, () => Task.CompletedTask);
        navigation.NavigateTo(LeadUrls.For(outcome.Value.LeadId));
    }

    private sealed class Draft : WishDraft
    {
        public string? FirstName { get; set; }

        public string? LastName { get; set; }

        public string? Email { get; set; }

        public string? Phone { get; set; }

        /// <summary>"mine", "rules", or a pond.</summary>
        public string Place { get; set; } = "mine";

        public Inquiry Person() => new(FirstName, LastName, Email, Phone, string.IsNullOrWhiteSpace(State) ? null : State.Trim().ToUpperInvariant(), Source: Source);
    }
}

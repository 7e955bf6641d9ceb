using System.Globalization;
using CrmStudio.App.Kit.Marks;
using CrmStudio.App.Leads.Routing.Queries;
using CrmStudio.App.Leads.Routing.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;

namespace CrmStudio.App.Leads.Routing.Pages;

/// <summary>Who takes how many leads, in which languages, licensed in which states.</summary>
public partial class LeadTakersPage(LeadTakersQuery query, WriteLeadProfile write, NoteLicence note, RemoveLicence removeLicence, UndoToast toast)
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    private LeadTakers? view;
    private Refusal? refusal, formRefusal;
    private TakerDraft? editing;
    private LicenceDraft added = new();
    private bool isBusy;

    protected override Task OnInitializedAsync() => ReloadAsync();

    private async Task ReloadAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        var read = await query.ReadAsync(Leaving);
        (view, refusal) = (read.Value, read.Refusal);
        StateHasChanged();
    }

    private void Edit(LeadTaker person) => (editing, added, formRefusal) = (editing?.MemberId == person.Id ? null : new TakerDraft
    {
        MemberId = person.Id, TakesLeads = person.TakesLeads, OpenCap = person.OpenCap, DailyCap = person.DailyCap, Languages = string.Join(", ", person.Languages),
    }, new(), null);

    private async Task SaveAsync()
    {
        if (editing is not { } draft) return;
        var languages = (draft.Languages ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (await DoAsync(() => write.RunAsync(new(draft.MemberId, draft.TakesLeads, draft.OpenCap, draft.DailyCap, languages), CancellationToken.None))) editing = null;
    }

    private async Task AddAsync()
    {
        if (editing is { } draft && await DoAsync(() => note.RunAsync(new(draft.MemberId, added.State, added.Number, added.ExpiresOn), CancellationToken.None))) added = new();
    }

    private Task RemoveAsync(LicenceLine licence) => DoAsync(() => removeLicence.RunAsync(new(licence.Id), CancellationToken.None));

    /// <summary>A refusal of a field stands at the field and nothing typed is lost; everything else goes into a toast.</summary>
    private async Task<bool> DoAsync(Func<Task<Outcome<Changed>>> act)
    {
        if (isBusy) return false;
        isBusy = true;
        var outcome = await act();
        (isBusy, formRefusal) = (false, outcome.Refusal);
        if (outcome.Refusal?.Field is null) toast.Show(outcome, ReloadAsync);
        if (outcome.IsDone) await ReloadAsync();
        return outcome.IsDone;
    }

    private static string Load(LeadTaker person) => string.Join(" · ", new[]
    {
        person.OpenCap is { } open ? $"{person.Open:N0} of {open:N0} open" : $"{person.Open:N0} open", person.DailyCap is { } daily ? $"{daily:N0} a day" : null,
    }.OfType<string>());

    private Tone ToneOf(LicenceLine licence) => licence.ExpiresOn is not { } until ? Tone.Ok : until < view!.Today ? Tone.Bad : until <= view.Today.AddDays(LeadTakersQuery.Soon) ? Tone.Warn : Tone.Ok;

    private string WordsOf(LicenceLine licence) => licence.ExpiresOn is not { } until ? "no end noted" : $"{(until < view!.Today ? "ran out" : "until")} {until.ToString("MMM d, yyyy", english)}";

    private string? ErrorOf(string field) => formRefusal?.Field == field ? formRefusal.Message : null;

    private sealed class TakerDraft
    {
        public Guid MemberId { get; init; }

        public bool TakesLeads { get; set; }

        public int? OpenCap { get; set; }

        public int? DailyCap { get; set; }

        public string? Languages { get; set; }
    }

    private sealed class LicenceDraft
    {
        public string? State { get; set; }

        public string? Number { get; set; }

        public DateOnly? ExpiresOn { get; set; }
    }
}

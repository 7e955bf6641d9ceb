using System.Globalization;
using CrmStudio.App.Leads.Hours.Queries;
using CrmStudio.App.Leads.Hours.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;

namespace CrmStudio.App.Leads.Hours.Pages;

/// <summary>When the organization and its members work, and who is away. Everybody sets their own; who routes leads sets all.</summary>
public partial class WorkingHoursPage(WorkingHoursQuery query, SetWorkingHours set, PlanAbsence plan, CancelAbsence cancel, UndoToast toast, CurrentMember me)
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");
    private static readonly IReadOnlyList<string> known = [.. StateZones.All.Select(StateZones.Of).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    private WorkingHours? view;
    private HoursDraft? draft;
    private AwayDraft added = new();
    private Refusal? refusal, formRefusal;
    private WhoseHours whose = new(null);
    private bool isBusy;

    private IEnumerable<string> Zones => known.Contains(draft!.TimeZone) ? known : known.Prepend(draft.TimeZone);

    protected override Task OnInitializedAsync()
    {
        whose = new WhoseHours(me.May(LeadPermissions.Route) ? null : me.Id);
        return ReloadAsync();
    }

    private async Task ReloadAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        var read = await query.ReadAsync(whose, Leaving);
        (view, refusal) = (read.Value, read.Refusal);
        if (view is not null) draft = HoursDraft.Of(view.Week);
        if (view is not null && added.First == default) added = new AwayDraft { First = view.Today, Last = view.Today };
        StateHasChanged();
    }

    private Task ShowAsync(string? memberId)
    {
        (whose, formRefusal) = (new WhoseHours(Guid.TryParse(memberId, out var id) ? id : null), null);
        return ReloadAsync();
    }

    private Task SaveAsync() => DoAsync(() => set.RunAsync(new(whose.MemberId, draft!.Week()), CancellationToken.None));

    private Task FollowAsync() => DoAsync(() => set.RunAsync(new(whose.MemberId, null), CancellationToken.None));

    private async Task AddAsync()
    {
        if (await DoAsync(() => plan.RunAsync(new(whose.MemberId!.Value, added.First, added.Last, added.Note), CancellationToken.None))) added = new AwayDraft { First = view!.Today, Last = view.Today };
    }

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

    private static string Span(AwayLine away) => away.FirstDay == away.LastDay ? away.FirstDay.ToString("ddd, MMM d, yyyy", english) : $"{away.FirstDay.ToString("MMM d", english)} – {away.LastDay.ToString("MMM d, yyyy", english)}";

    private string? ErrorOf(string field) => formRefusal?.Field == field ? formRefusal.Message : null;

    private sealed class AwayDraft
    {
        public DateOnly First { get; set; }

        public DateOnly Last { get; set; }

        public string? Note { get; set; }
    }
}

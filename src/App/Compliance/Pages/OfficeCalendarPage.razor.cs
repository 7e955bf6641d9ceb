using System.Globalization;
using CrmStudio.App.Compliance.Queries;
using CrmStudio.App.Compliance.UseCases;
using CrmStudio.App.Hosting;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;

namespace CrmStudio.App.Compliance.Pages;

/// <summary>Where the lender says on which days its offices are open, and which legal entity it is.</summary>
public partial class OfficeCalendarPage(OfficeCalendarQuery query, EditOffice edit, AddOfficeDay add, RemoveOfficeDay remove, UndoToast toast, ViewerClock clock)
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");
    private static readonly DayOfWeek[] week = [.. Enumerable.Range(1, 7).Select(day => (DayOfWeek)(day % 7))];

    private OfficeCalendarView? view;
    private Refusal? refusal, formRefusal;
    private OfficeDraft draft = new();
    private DayDraft added = new();
    private bool isBusy;

    protected override Task OnInitializedAsync() => ReloadAsync();

    private async Task ReloadAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        var read = await query.ReadAsync(Leaving);
        (view, refusal) = (read.Value, read.Refusal);
        if (view is not null) draft = new OfficeDraft { OpenOn = [.. view.OpenOn], ClosesOnHolidays = view.ClosesOnHolidays, ClosesOnObserved = view.ClosesOnObservedHolidays, Lei = view.Lei };
        if (added.Day == default) added.Day = clock.Today;
        StateHasChanged();
    }

    private void Toggle(DayOfWeek day, bool isOn)
    {
        draft.OpenOn.Remove(day);
        if (isOn) draft.OpenOn.Add(day);
    }

    private Task SaveAsync() => DoAsync(() => edit.RunAsync(new(draft.OpenOn, draft.ClosesOnHolidays, draft.ClosesOnObserved, draft.Lei), CancellationToken.None));

    private async Task AddAsync()
    {
        if (await DoAsync(() => add.RunAsync(new(added.Day, added.IsOpen, added.Name), CancellationToken.None))) added = new DayDraft { Day = clock.Today };
    }

    private Task RemoveAsync(OfficeDayLine day) => DoAsync(() => remove.RunAsync(new(day.Id), CancellationToken.None));

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

    private string? ErrorOf(string field) => formRefusal?.Field == field ? formRefusal.Message : null;

    private sealed class OfficeDraft
    {
        public List<DayOfWeek> OpenOn { get; set; } = [];

        public bool ClosesOnHolidays { get; set; }

        public bool ClosesOnObserved { get; set; }

        public string? Lei { get; set; }
    }

    private sealed class DayDraft
    {
        public DateOnly Day { get; set; }

        public bool IsOpen { get; set; }

        public string? Name { get; set; }
    }
}

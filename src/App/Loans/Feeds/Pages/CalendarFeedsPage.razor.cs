using System.Globalization;
using CrmStudio.App.Hosting;
using CrmStudio.App.Kit.ConfirmDialog;
using CrmStudio.App.Loans.Feeds.Queries;
using CrmStudio.App.Loans.Feeds.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Feeds;
using Microsoft.JSInterop;

namespace CrmStudio.App.Loans.Feeds.Pages;

/// <summary>One's own calendar feeds: made, changed, given a new address, revoked.</summary>
public partial class CalendarFeedsPage(CalendarFeedsQuery query, MakeCalendarFeed make, ChangeCalendarFeed change, RenewCalendarFeed renew, RevokeCalendarFeed revoke, UndoToast toast, ViewerClock viewer, IJSRuntime js)
{
    private IReadOnlyList<FeedLine>? feeds;
    private Refusal? refusal, formRefusal;
    private FeedDraft draft = new();
    private Guid? editing;
    private Uri? address;
    private string? shownFor;
    private ConfirmDialog ask = default!;
    private bool isBusy;

    protected override Task OnInitializedAsync() => ReloadAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await js.InvokeVoidAsync("import", $"./{Assets["js/calendar.js"]}");
    }

    private async Task ReloadAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        var read = await query.ReadAsync(Leaving);
        (feeds, refusal) = (read.Value, read.Refusal);
        StateHasChanged();
    }

    private void Edit(FeedLine? feed) => (editing, formRefusal, draft) = (feed?.Id, null, feed is null ? new FeedDraft() : FeedDraft.Of(feed.Content));

    private async Task MakeAsync()
    {
        var outcome = await BusyAsync(() => make.RunAsync(new(draft.ToContent()), CancellationToken.None));
        formRefusal = outcome.Refusal;
        if (!outcome.IsDone) return;
        (address, shownFor) = (outcome.Value, draft.Name?.Trim());
        Edit(null);
        await ReloadAsync();
    }

    private async Task ChangeAsync()
    {
        if (editing is not { } id) return;
        var outcome = await BusyAsync(() => change.RunAsync(new(id, draft.ToContent()), CancellationToken.None));
        formRefusal = outcome.Refusal;
        if (!outcome.IsDone) return;
        Edit(null);
        toast.Show(outcome, ReloadAsync);
        await ReloadAsync();
    }

    private async Task RenewAsync(FeedLine feed)
    {
        if (!await ask.AskAsync($"Give {feed.Content.Name} a new address?", "Calendars that read the old one find nothing there from now on. There is no way back to it.", "New address")) return;
        var outcome = await BusyAsync(() => renew.RunAsync(new(feed.Id), CancellationToken.None));
        refusal = outcome.Refusal;
        if (outcome.IsDone) (address, shownFor) = (outcome.Value, feed.Content.Name);
        await ReloadAsync();
    }

    private async Task RevokeAsync(FeedLine feed)
    {
        if (!await ask.AskAsync($"Revoke {feed.Content.Name}?", "Calendars that read it find nothing from now on. There is no way back.", "Revoke")) return;
        var outcome = await BusyAsync(() => revoke.RunAsync(new(feed.Id), CancellationToken.None));
        if (shownFor == feed.Content.Name) address = null;
        toast.Show(outcome, ReloadAsync);
        await ReloadAsync();
    }

    private async Task<Outcome<T>> BusyAsync<T>(Func<Task<Outcome<T>>> run)
    {
        if (isBusy) return Refusal.ChangedMeanwhile;
        isBusy = true;
        var outcome = await run();
        isBusy = false;
        return outcome;
    }

    private string Says(FeedLine feed)
    {
        var shows = new[] { feed.Content.HasClosings ? "closings" : null, feed.Content.HasLocks ? "locks" : null, feed.Content.HasDisclosures ? "disclosure dates" : null }.OfType<string>();
        return $"Shows {string.Join(", ", shows)}. Address of {viewer.Local(feed.Since).ToString("MMM d, h:mm tt", CultureInfo.GetCultureInfo("en-US"))}";
    }

    private string? ErrorOf(string field) => formRefusal?.Field == field ? formRefusal.Message : null;

    private sealed class FeedDraft
    {
        public string? Name { get; set; }

        public bool IsPrivate { get; set; }

        public bool HasClosings { get; set; } = true;

        public bool HasLocks { get; set; } = true;

        public bool HasDisclosures { get; set; } = true;

        public static FeedDraft Of(FeedContent content) => new()
        {
            Name = content.Name, IsPrivate = content.IsPrivate, HasClosings = content.HasClosings, HasLocks = content.HasLocks, HasDisclosures = content.HasDisclosures,
        };

        public FeedContent ToContent() => new(Name, IsPrivate, HasClosings, HasLocks, HasDisclosures);
    }
}

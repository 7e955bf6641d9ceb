using CrmStudio.App.Kit.Arrivals;
using CrmStudio.App.Kit.ConfirmDialog;
using CrmStudio.App.Leads.Parts;
using CrmStudio.App.Leads.Queries;
using CrmStudio.App.Leads.UseCases;
using CrmStudio.App.Leads.Views;
using CrmStudio.App.Shell.Live;
using CrmStudio.App.Shell.Palette;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CrmStudio.App.Leads.Pages;

/// <summary>The inbox: lists, rows, record. The address says which list, how it is narrowed, and which lead is open.</summary>
public partial class LeadInboxPage(
    LeadListsQuery listsQuery, LeadWindowQuery windowQuery, LeadRecordQuery recordQuery, LeadChoicesQuery choicesQuery, SaveLeadList save, DeleteLeadList delete,
    UndoToast toast, OrganizationFeed feed, CurrentMember me, NavigationManager navigation, TimeProvider clock, IJSRuntime js) : IAsyncDisposable
{
    /// <summary>How long counts may be old after somebody changed a lead.</summary>
    public static readonly TimeSpan Follow = TimeSpan.FromSeconds(1);

    private readonly Arrivals arrivals = new();
    private readonly HashSet<Guid> selected = [];
    private readonly Later countLater = new(Follow, clock);
    private LeadView view = LeadView.Of(LeadList.Mine);
    private string? shown;
    private LeadChoices? choices;
    private IReadOnlyList<LeadListLine> lists = [];
    private List<LeadRow>? rows;
    private LeadRecord? record;
    private Refusal? refusal, recordRefusal;
    private string? gone;
    private bool hasMore, isWired;
    private DateTimeOffset now;
    private LeadActs? acts;
    private PaletteOffer? offer;
    private IDisposable? subscription;
    private IJSObjectReference? script;
    private ConfirmDialog naming = default!;
    private string name = "";
    private bool isShared;
    private string? problem;

    [SupplyParameterFromQuery] public string? List { get; set; }

    [SupplyParameterFromQuery(Name = "f")] public string[]? Filter { get; set; }

    [SupplyParameterFromQuery] public string? Sort { get; set; }

    [SupplyParameterFromQuery] public Guid? View { get; set; }

    [SupplyParameterFromQuery] public Guid? Lead { get; set; }

    private bool MayEnter => me.May(LeadPermissions.Work);

    private bool MayImport => me.May(LeadPermissions.Import);

    private bool MayExport => me.May(LeadPermissions.Export);

    private IReadOnlyList<Guid> Chosen => [.. selected];

    private string Several => selected.Count == 1 ? "the lead" : $"{selected.Count} leads";

    private string ListName => lists.FirstOrDefault(IsHere)?.Name ?? LeadListWords.Of(view.List);

    private string EmptyText => view.Conditions.Count > 0 ? "Remove a filter, or look at another list." : NextList is null ? "Every lead is answered. New ones show up here by themselves." : "Nothing waits here. Next best:";

    private LeadListLine? NextList => lists.FirstOrDefault(line => line is { Count: > 0, View.List: not (LeadList.Ended or LeadList.Snoozed) } && !IsHere(line));

    protected override async Task OnParametersSetAsync()
    {
        var address = LeadView.Parse(List, Filter, Sort, me.ScopeOf(LeadPermissions.Read) == Scope.Own ? LeadList.Mine : LeadList.Open);
        // Before the first read, so that nothing is saved unheard between the two.
        if (RendererInfo.IsInteractive && me.IsKnown) subscription ??= feed.Subscribe(me.OrgId, change => _ = InvokeAsync(() => HearAsync(change)));
        if (choices is null)
        {
            var named = await choicesQuery.ReadAsync(Leaving);
            (choices, refusal) = (named.Value, named.Refusal);
            if (choices is null) return;
            await ReadListsAsync();
        }
        if (address.ToQuery() != shown)
        {
            (shown, view) = (address.ToQuery(), address);
            selected.Clear();
            arrivals.Clear();
            await ReadRowsAsync(LeadWindowQuery.Window);
        }
        if (Lead != record?.Lead.Id) await ReadRecordAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // The record's verbs ask through the part that is drawn with the list: a lead the address names is shown as soon as that stands.
        if (acts is not null && !isWired)
        {
            isWired = true;
            StateHasChanged();
        }
        if (firstRender) script = await js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/leads.js"]}");
    }

    protected override void OnLeft() => subscription?.Dispose();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Dispose();
        if (script is null) return;
        try
        {
            await script.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone; so is the module.
        }
    }

    private async Task ReadListsAsync() => lists = (await listsQuery.ReadAsync(Leaving)).Value ?? lists;

    private async Task ReadRowsAsync(int size)
    {
        var waiting = arrivals.Waiting;
        var read = await windowQuery.ReadAsync(new(view, Size: size), Leaving);
        (refusal, now) = (read.Refusal, clock.GetUtcNow());
        if (read.Value is not { } found) return;
        arrivals.Forget(waiting.Except(found.Select(row => row.Id)));
        rows = [.. found.Where(row => !arrivals.Holds(row.Id))];
        hasMore = found.Count == size && size < LeadWindowQuery.Limit;
        selected.IntersectWith(rows.Select(row => row.Id));
    }

    private async Task ReadRecordAsync()
    {
        var before = record;
        now = clock.GetUtcNow();
        if (Lead is not { } id)
        {
            (record, recordRefusal, gone, offer) = (null, null, null, null);
            return;
        }
        // What is shown stays until the other is there: whoever types in it goes on typing.
        var read = await recordQuery.ReadAsync(id, Leaving);
        if (Lead != id) return;   // another was opened meanwhile
        (record, recordRefusal, gone) = (read.Value, read.Refusal, null);
        if (record is null) (gone, offer) = (before?.Lead.Id == id ? before.Lead.Name : null, null);
        else offer = new PaletteOffer("On this lead", record.Lead.Name, LeadUrls.For(id), "inbox", []);
    }

    /// <summary>Reads as many rows as are shown, the record and the counts anew.</summary>
    private async Task ReloadAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        await ReadRowsAsync(Math.Max(LeadWindowQuery.Window, rows?.Count ?? 0));
        await ReadRecordAsync();
        await ReadListsAsync();
        StateHasChanged();
    }

    /// <summary>Somebody saved something: rows in sight change where they stand, and leads others bring in wait behind a pill.</summary>
    private async Task HearAsync(LiveChange change)
    {
        if (Leaving.IsCancellationRequested || rows is null || !change.Touches(LeadTables.Leads) && !change.Touches("activities") || await toast.IsOwnAsync(change, Leaving)) return;
        if (change.Touches(LeadTables.Leads))
        {
            if (change is { More: false } && change.MemberId != me.Id && rows.Count > 0)
                foreach (var id in change.Rows[LeadTables.Leads].Except(rows.Select(row => row.Id))) arrivals.Hold(id);
            await ReadRowsAsync(Math.Max(LeadWindowQuery.Window, rows.Count));
            _ = countLater.AskAsync(CountAsync, Leaving);
        }
        if (Lead is not null) await ReadRecordAsync();
        StateHasChanged();
    }

    private async Task CountAsync()
    {
        await ReadListsAsync();
        StateHasChanged();
    }

    private async Task ShowNewAsync()
    {
        arrivals.Clear();
        await ReloadAsync();
    }

    private async Task MoreAsync()
    {
        if (rows is not { Count: > 0 } || (await windowQuery.ReadAsync(new(view, rows[^1]), Leaving)).Value is not { } more) return;
        rows.AddRange(more.Where(row => rows.TrueForAll(other => other.Id != row.Id)));
        hasMore = more.Count == LeadWindowQuery.Window && rows.Count < LeadWindowQuery.Limit;
    }

    private void Go(LeadView to) => navigation.NavigateTo(LeadUrls.Of(to, View, Lead));

    private bool IsHere(LeadListLine line) => View is { } saved ? line.Id == saved : line.Id is null && line.View.List == view.List;

    private void Select((Guid LeadId, bool IsOn) one)
    {
        selected.Remove(one.LeadId);
        if (one.IsOn) selected.Add(one.LeadId);
    }

    private async Task BulkAsync(Func<LeadActs, Task> act)
    {
        if (acts is null) return;
        await act(acts);
        selected.Clear();
    }

    private string? AssigneeOf(LeadRow row) => row.AssigneeId == me.Id ? null : choices!.Name(row.AssigneeId);

    private async Task AskNameAsync()
    {
        (isShared, problem) = (false, null);
        while (await naming.AskAsync("Save this as a list", "Its filters and order become a list of their own, with a live count.", "Save"))
        {
            var saved = await save.RunAsync(new(name, view, isShared), CancellationToken.None);
            problem = saved.Refusal?.Message;
            if (!saved.IsDone) continue;
            name = "";
            toast.Show(saved.Value.Changed, ReloadAsync);
            await ReadListsAsync();
            navigation.NavigateTo(LeadUrls.Of(view, saved.Value.ListId, Lead));
            return;
        }
    }

    private async Task DeleteAsync(LeadListLine mine)
    {
        await acts!.SayAsync(await delete.RunAsync(new(mine.Id!.Value), CancellationToken.None));
        navigation.NavigateTo(LeadUrls.Of(LeadView.Of(view.List)));
    }
}

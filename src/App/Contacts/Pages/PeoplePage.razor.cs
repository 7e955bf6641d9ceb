using CrmStudio.App.Contacts.Parts;
using CrmStudio.App.Contacts.Queries;
using CrmStudio.App.Contacts.Views;
using CrmStudio.App.Hosting;
using CrmStudio.App.Kit.Arrivals;
using CrmStudio.App.Kit.DataTable;
using CrmStudio.App.Shell.Live;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Live;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Contacts.Pages;

/// <summary>The people the member sees. The address says everything: filters, order, columns, and whose peek is open.</summary>
public partial class PeoplePage(PeopleQuery query, PeopleChoicesQuery choiceQuery, OrganizationFeed feed, CurrentMember me, ViewerClock viewer, NavigationManager navigation)
{
    /// <summary>Rows a circuit keeps.</summary>
    public const int MostRows = 200;

    private readonly List<PeopleRow> rows = [];
    private readonly Arrivals arrivals = new();
    private PeopleView view = PeopleView.Everybody;
    private string? shown;
    private PeopleChoices? choices;
    private PeoplePart? part;
    private PeopleRow? peeked;
    private Refusal? refusal;
    private IReadOnlyList<DataColumn<PeopleRow>> all = [], columns = [];
    private IDisposable? subscription;
    private int offset, count;
    private bool hasMore;

    [SupplyParameterFromQuery(Name = "f")] public string[]? Filter { get; set; }

    [SupplyParameterFromQuery(Name = "sort")] public string? SortBy { get; set; }

    [SupplyParameterFromQuery(Name = "cols")] public string? Columns { get; set; }

    [SupplyParameterFromQuery] public Guid? View { get; set; }

    [SupplyParameterFromQuery] public Guid? Peek { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var address = PeopleView.Parse(Filter, SortBy, Columns);
        if (address.ToQuery() != shown)
        {
            (shown, view) = (address.ToQuery(), address);
            if (RendererInfo.IsInteractive && me.IsKnown) subscription ??= feed.Subscribe(me.OrgId, change => _ = InvokeAsync(() => HearAsync(change)));
            await ReloadAsync();
        }
        peeked = Peek is { } id ? rows.Find(row => row.Id == id) ?? (await query.ReadRowsAsync(PeopleView.Everybody, [id], Leaving)).Value?.SingleOrDefault() : null;
    }

    protected override void OnLeft() => subscription?.Dispose();

    private async Task ReloadAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        var named = await choiceQuery.ReadAsync(Leaving);
        (choices, refusal) = (named.Value, named.Refusal);
        if (choices is null) return;
        all = PeopleColumns.All(choices, viewer.Today, viewer.Local);
        columns = PeopleColumns.Shown(all, view);
        var read = await query.ReadAsync(new(view), Leaving);
        (part, refusal) = (read.Value, read.Refusal);
        if (part is null) return;
        rows.Clear();
        rows.AddRange(part.Rows);
        arrivals.Clear();
        (offset, hasMore, count) = (0, part.HasMore, part.Count ?? 0);
        StateHasChanged();
    }

    private async Task MoreAsync()
    {
        if (!hasMore || rows.Count == 0 || (await query.ReadAsync(new(view, After: rows[^1]), Leaving)).Value is not { } window) return;
        rows.AddRange(window.Rows);
        hasMore = window.HasMore;
        if (rows.Count <= MostRows) return;
        offset += rows.Count - MostRows;
        rows.RemoveRange(0, rows.Count - MostRows);
    }

    private async Task EarlierAsync()
    {
        if (offset == 0 || rows.Count == 0 || (await query.ReadAsync(new(view, Before: rows[0]), Leaving)).Value is not { } window) return;
        rows.InsertRange(0, window.Rows);
        offset = window.HasMore ? Math.Max(1, offset - window.Rows.Count) : 0;
        if (rows.Count <= MostRows) return;
        rows.RemoveRange(MostRows, rows.Count - MostRows);
        hasMore = true;
    }

    /// <summary>Somebody saved something: rows in sight change where they stand, new ones are offered by a pill and never jump in.</summary>
    private async Task HearAsync(LiveChange change)
    {
        if (Leaving.IsCancellationRequested || part is null || !(change.Touches(ContactTables.Contacts) || change.Touches("record_tags"))) return;
        var ids = change.Touches(ContactTables.Contacts) && !change.More ? change.Rows[ContactTables.Contacts] : [.. rows.Select(row => row.Id)];
        if ((await query.ReadRowsAsync(view, ids, Leaving)).Value is not { } now) return;
        var found = now.ToDictionary(row => row.Id);
        foreach (var id in ids)
        {
            var place = rows.FindIndex(row => row.Id == id);
            if (place < 0 && found.TryGetValue(id, out var row) && row.CreatedAt > part.At) arrivals.Hold(id);
            else if (place >= 0 && found.TryGetValue(id, out var changed)) rows[place] = changed;
            else if (place >= 0) rows.RemoveAt(place);
        }
        if (peeked is not null && found.TryGetValue(peeked.Id, out var seen)) peeked = seen;
        StateHasChanged();
    }

    private void Go(PeopleView to) => navigation.NavigateTo(ContactUrls.PeopleOf(to, View, Peek));

    private void Sort((string ColumnId, bool IsDescending) by)
    {
        if (PeopleView.SortOf(by.ColumnId) is { } sort) Go(view with { Sort = sort, IsDescending = by.IsDescending });
    }

    private void TurnColumn(string id) => Go(view with { Columns = PeopleColumns.Turn(all, columns, id) });

    private void PeekKey(string? key) => PeekAt(Guid.TryParse(key, out var id) ? id : null);

    private void PeekAt(Guid? id) => navigation.NavigateTo(ContactUrls.PeopleOf(view, View, id), replace: Peek is not null && id is not null);

    private void StepPeek(int by)
    {
        var at = rows.FindIndex(row => row.Id == Peek);
        if (at >= 0 && rows.ElementAtOrDefault(at + by) is { } next) PeekAt(next.Id);
    }
}

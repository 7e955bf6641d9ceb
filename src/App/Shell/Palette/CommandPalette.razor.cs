using CrmStudio.App.Kit.Markup;
using CrmStudio.App.Shell.Search.Queries;
using CrmStudio.Domain.Access;
using Microsoft.JSInterop;

namespace CrmStudio.App.Shell.Palette;

/// <summary>The command palette. Stands once, in the layout; <c>wwwroot/js/palette.js</c> opens it and asks here for records.</summary>
public sealed partial class CommandPalette(
    IEnumerable<NavEntry> nav, IEnumerable<PaletteEntry> entries, PaletteActions actions, RecordSearchQuery records, CurrentMember me, IJSRuntime js) : IAsyncDisposable
{
    private IJSObjectReference? script;
    private DotNetObjectReference<CommandPalette>? self;

    private IReadOnlyList<NavEntry> Pages => NavEntry.For(me, nav);

    private IReadOnlyList<PaletteEntry> Entries => PaletteEntry.For(me, entries);

    /// <summary>Called by the script a moment after the last letter was typed.</summary>
    [JSInvokable]
    public async Task<PaletteRecords> SearchAsync(string text)
    {
        var found = await records.ReadAsync(new(text), CancellationToken.None);
        return new PaletteRecords(found.Value, found.Refusal?.Message);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        actions.Changed -= Redraw;
        self?.Dispose();
        if (script is null) return;
        try
        {
            await script.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and the script with it.
        }
    }

    /// <inheritdoc />
    protected override void OnInitialized() => actions.Changed += Redraw;

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || !me.IsKnown) return;
        self = DotNetObjectReference.Create(this);
        script = await js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/palette.js"]}");
        await script.InvokeVoidAsync("live", self);
    }

    private static readonly Piece foot = Html.Of($"""<p class="pal-none t2" data-none hidden></p><div class="pal-foot"><span class="flex-4 only-l"><kbd class="kbd">↑</kbd><kbd class="kbd">↓</kbd> move</span><span class="flex-4 only-l"><kbd class="kbd">↵</kbd> open</span><span class="flex-4 only-l"><kbd class="kbd">&gt;</kbd> actions only</span><span class="grow"></span><span class="num" role="status" data-said></span></div>""");

    // Pages and actions are the same for all members with the same rights, and are kept once for them.
    private Html Places()
    {
        Html rows = $"";
        foreach (var (place, line) in Pages.Select((place, line) => (place, line)))
            rows.Add(Link($"pal-p{line}", place.Href, place.Icon, place.Label, place.Group, null, place.Go));
        return $"""<div role="group" aria-labelledby="pal-go" data-pages><div class="caps" id="pal-go">Go to</div>{rows}</div>""";
    }

    private Html Verbs()
    {
        Html rows = $"";
        foreach (var (entry, line) in Entries.Select((entry, line) => (entry, line)))
        {
            var id = $"pal-a{line}";
            if (entry.Href is not null) rows.Add(Link(id, entry.Href, entry.Icon, entry.Label, entry.Words, entry.Key, entry.Go));
            else if (entry.Post is not null) rows.Add($"""<button class="pal-row" role="option" tabindex="-1" aria-selected="false" id="{id}" type="submit" form="{FormOf(line)}"{Data("words", entry.Words)}{Data("key-also", entry.Key)}>{PaletteRow.FaceOf(entry.Icon, entry.Label, entry.Key, entry.Go)}</button>""");
            else rows.Add($"""<button class="pal-row" role="option" tabindex="-1" aria-selected="false" id="{id}" type="button"{Data("act", entry.Act)}{Data("words", entry.Words)}{Data("key-also", entry.Key)}>{PaletteRow.FaceOf(entry.Icon, entry.Label, entry.Key, entry.Go)}</button>""");
        }
        return $"""<div role="group" aria-labelledby="pal-do"><div class="caps" id="pal-do">Do</div>{rows}</div>""";
    }

    private static Html Link(string id, string href, string icon, string label, string? words, string? key, string? go) =>
        $"""<a class="pal-row" role="option" tabindex="-1" aria-selected="false" id="{id}" href="{href}"{Data("words", words)}{Data("key-also", key)}{Data("go", go)}>{PaletteRow.FaceOf(icon, label, key, go)}</a>""";

    private static Html Data(string name, string? value)
    {
        Html data = $"";
        if (value is not null) data = $""" data-{name}="{value}" """;
        return data;
    }

    private static string FormOf(int line) => $"pal-form-{line}";

    private void Redraw() => _ = InvokeAsync(StateHasChanged);
}

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

    private static string FormOf(int line) => $"pal-form-{line}";

    private void Redraw() => _ = InvokeAsync(StateHasChanged);
}

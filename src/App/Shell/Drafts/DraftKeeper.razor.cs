using System.Globalization;
using CrmStudio.App.Hosting;
using CrmStudio.App.Shell.Drafts.Queries;
using CrmStudio.App.Shell.Drafts.UseCases;
using CrmStudio.Domain.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CrmStudio.App.Shell.Drafts;

/// <summary>
/// Keeps what is typed into the form it stands in. Only fields the member changed are kept, and only they are filled in again, so
/// that nobody's later change is undone unseen.
/// </summary>
public sealed partial class DraftKeeper(DraftQuery drafts, DropDraft drop, ViewerClock viewer, TimeProvider clock, CurrentMember me, IJSRuntime js) : IAsyncDisposable
{
    private ElementReference mark;
    private IJSObjectReference? script, keeping;
    private Restored? restored;
    private bool isGone;

    /// <summary>Which form, with the record it is about: small letters, digits, dots, colons and hyphens.</summary>
    [Parameter, EditorRequired] public string Form { get; set; } = "";

    /// <summary>The member does not want the restored text: show the form as if nothing had been typed.</summary>
    [Parameter] public EventCallback OnDiscard { get; set; }

    /// <summary>The form was saved or closed for good: what was typed is forgotten.</summary>
    public async Task DoneAsync()
    {
        restored = null;
        if (keeping is not null) await keeping.InvokeVoidAsync("done");   // first, so that nothing on its way comes in after the row is gone
        await drop.RunAsync(new(Form), CancellationToken.None);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        isGone = true;
        try
        {
            if (keeping is not null) await keeping.InvokeVoidAsync("leave");
            if (keeping is not null) await keeping.DisposeAsync();
            if (script is not null) await script.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone; it posted what it had.
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || !me.IsKnown) return;
        try
        {
            await KeepAsync();
        }
        catch (Exception late) when (isGone && late is JSException or ObjectDisposedException)
        {
            // The form went away while it was being wired, as one does when one record is opened right after another: nothing was typed in it.
        }
    }

    private async Task KeepAsync()
    {
        // Listens first and asks then: who types at once must not type unheard.
        script = await js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/drafts.js"]}");
        keeping = await script.InvokeAsync<IJSObjectReference>("keep", mark, Form, me.Id, DraftEndpoints.Save);
        if (isGone)
        {
            await DisposeAsync();   // the form went away in between
            return;
        }
        var kept = (await drafts.ReadAsync([Form], CancellationToken.None)).Value?.GetValueOrDefault(Form);
        restored = await keeping.InvokeAsync<Restored?>("restore", kept?.Fields, kept?.At.ToUnixTimeMilliseconds());
        if (restored is not null) StateHasChanged();
    }

    private async Task DiscardAsync()
    {
        await DoneAsync();
        await OnDiscard.InvokeAsync();
    }

    private string Words(long milliseconds)
    {
        var at = viewer.Local(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
        var time = at.ToString("h:mm tt", english);
        return at.Date == viewer.Local(clock.GetUtcNow()).Date ? $"at {time}" : $"on {at.ToString("MMM d", english)} at {time}";
    }

    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    /// <param name="At">When the last letter was typed, in milliseconds since 1970.</param>
    /// <param name="Changed">Labels of restored fields whose saved value is not what it was when they were typed into.</param>
    private sealed record Restored(long At, IReadOnlyList<string> Changed);
}

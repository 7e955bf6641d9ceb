using System.Globalization;
using CrmStudio.App.Hosting;
using CrmStudio.App.Kit.Toasts;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Undo;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CrmStudio.App.Shell.Undo;

/// <summary>The member's own last changes. Stands once, in the layout.</summary>
public sealed partial class UndoPanel(
    UndoStackQuery stack, IEnumerable<IUndoSource> sources, UndoToast toast, Toasts toasts, ViewerClock viewer, TimeProvider clock, CurrentMember me, IJSRuntime js) : IAsyncDisposable
{
    /// <summary>How long ago something may have been done that Ctrl+Z alone takes back. What is older is shown first.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    private ElementReference dialog;
    private IJSObjectReference? script;
    private IReadOnlyList<UndoAct> acts = [];
    private Refusal? refusal;
    private Guid? asked;
    private string? said;
    private bool isOpen, isToShow, isBusy;

    private UndoAct? Latest => acts.FirstOrDefault(act => !act.IsUndone);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
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

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!isToShow) return;
        isToShow = false;
        script ??= await js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/shell.js"]}");
        await script.InvokeVoidAsync("showModal", dialog);
    }

    private async Task OpenAsync()
    {
        (asked, said) = (null, null);
        await ReadAsync();
        (isOpen, isToShow) = (true, true);
    }

    private async Task CloseAsync()
    {
        if (script is not null) await script.InvokeVoidAsync("closeModal", dialog);
        isOpen = false;
    }

    private async Task ReadAsync()
    {
        var read = await stack.ReadAsync(CancellationToken.None);
        (acts, refusal) = (read.Value ?? [], read.Refusal);
    }

    private Task ChooseAsync(UndoAct act)
    {
        if (act.Question is null) return UndoAsync(act);
        asked = act.Id;
        return Task.CompletedTask;
    }

    private async Task UndoAsync(UndoAct act)
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = act.Source is { } name ? await sources.Single(source => source.Name == name).UndoAsync(act.Id, CancellationToken.None) : await toast.TakeBackAsync(act.Id);
        await ReadAsync();
        (isBusy, asked, said) = (false, null, outcome.IsDone ? act.Source is null ? $"Undone: {outcome.Value}" : $"{outcome.Value}." : outcome.Refusal.Message);
    }

    private async Task UndoLatestAsync()
    {
        await ReadAsync();
        if (Latest is not { } latest) toasts.Refused(refusal ?? UndoRefusals.NothingToUndo);
        else if (latest.Refused is { } why) toasts.Refused(why);
        else if (latest.Question is null && clock.GetUtcNow() - latest.At <= Fresh) await toast.SayAsync(latest.Id);
        else await OpenAsync();
    }

    private string When(DateTimeOffset at)
    {
        var (then, today) = (viewer.Local(at), viewer.Local(clock.GetUtcNow()).Date);
        return then.ToString(then.Date == today ? "h:mm tt" : "MMM d, h:mm tt", english);
    }
}

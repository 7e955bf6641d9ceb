using System.Globalization;
using CrmStudio.App.Access.Api.Queries;
using CrmStudio.App.Access.Api.UseCases;
using CrmStudio.App.Hosting;
using CrmStudio.App.Kit.ConfirmDialog;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using Microsoft.JSInterop;

namespace CrmStudio.App.Access.Api.Pages;

/// <summary>Keys for programs that act for oneself: made, shown once, revoked.</summary>
public partial class ApiKeysPage(ApiKeysQuery query, MakeApiKey make, RevokeApiKey revoke, UndoToast toast, ViewerClock viewer, IJSRuntime js)
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    private ApiKeysView? view;
    private Refusal? refusal, formRefusal;
    private KeyDraft draft = new();
    private string? token, shownFor;
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
        (view, refusal) = (read.Value, read.Refusal);
        StateHasChanged();
    }

    private async Task MakeAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var made = await make.RunAsync(new(draft.Name, draft.Scopes, draft.Days), CancellationToken.None);
        (isBusy, formRefusal) = (false, made.Refusal);
        if (!made.IsDone) return;   // what was typed stays, with the reason beside it
        (token, shownFor, draft) = (made.Value, draft.Name?.Trim(), new KeyDraft());
        await ReloadAsync();
    }

    private async Task RevokeAsync(ApiKeyLine key)
    {
        if (isBusy || !await ask.AskAsync($"Revoke {key.Name}?", "The program that uses it gets no answer from now on. There is no way back.", "Revoke")) return;
        isBusy = true;
        var outcome = await revoke.RunAsync(new(key.Id), CancellationToken.None);
        isBusy = false;
        if (shownFor == key.Name) token = null;
        toast.Show(outcome, ReloadAsync);
        await ReloadAsync();
    }

    private string Says(ApiKeyLine key)
    {
        var may = string.Join(", ", view!.Scopes.Where(scope => key.Scopes.Contains(scope.Permission.Name)).Select(scope => scope.Says.ToLowerInvariant()));
        var used = key.UsedAt is { } at ? $"last used {viewer.Local(at).ToString("MMM d, h:mm tt", english)}" : "never used";
        return string.Join("; ", new[] { key.Owner, may.Length == 0 ? null : may, used, $"until {viewer.Local(key.ExpiresAt).ToString("MMM d, yyyy", english)}" }.OfType<string>());
    }

    private string? ErrorOf(string field) => formRefusal?.Field == field ? formRefusal.Message : null;

    private sealed class KeyDraft
    {
        public string? Name { get; set; }

        public int Days { get; set; } = 365;

        public HashSet<string> Scopes { get; } = [];

        public void Choose(string scope, bool isChosen)
        {
            if (isChosen) Scopes.Add(scope);
            else Scopes.Remove(scope);
        }
    }
}

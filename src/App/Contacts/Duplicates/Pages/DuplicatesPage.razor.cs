using System.Globalization;
using CrmStudio.App.Contacts.Duplicates.Queries;
using CrmStudio.App.Contacts.Duplicates.UseCases;
using CrmStudio.App.Hosting;
using CrmStudio.App.Kit.Toasts;
using CrmStudio.App.Kit.ViewTabs;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Contacts.Duplicates;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Contacts.Duplicates.Pages;

/// <summary>Pairs of records that look like one, side by side, the surest first.</summary>
public partial class DuplicatesPage(DuplicatesQuery query, DismissPairs dismiss, FindDuplicates find, UndoToast undo, Toasts toasts, ViewerClock viewer, CurrentMember me)
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    private readonly HashSet<Guid> selected = [];
    private List<DuplicateRow> rows = [];
    private IReadOnlyList<ViewTab> tabs = [];
    private DuplicateKind kind;
    private DuplicatesView? view;
    private Refusal? refusal;
    private bool isLooking;

    /// <summary>People or companies.</summary>
    [SupplyParameterFromQuery(Name = "kind")] public string? Kind { get; set; }

    private bool MayLook => me.IsKnown && me.ScopeOf(ContactPermissions.Merge) == Scope.Organization;

    private string Looked => view?.LookedAt is { } at ? $"Last looked {viewer.Local(at).ToString("MMM d, h:mm tt", english)}" : "";

    protected override async Task OnParametersSetAsync()
    {
        kind = Enum.TryParse<DuplicateKind>(Kind, ignoreCase: true, out var asked) && Enum.IsDefined(asked) ? asked : DuplicateKind.People;
        tabs = [.. Enum.GetValues<DuplicateKind>().Select(one => new ViewTab(one.ToString(), DuplicateUrls.PairsOf(one), IsCurrent: one == kind))];
        await ReloadAsync();
    }

    private static string Sure(int strength) => strength >= Likeness.Sure ? "All but certain" : strength >= 70 ? "Likely" : "Possible";

    private async Task ReloadAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        var read = await query.ReadAsync(kind, null, Leaving);
        (view, refusal) = (read.Value, read.Refusal);
        rows = [.. view?.Rows ?? []];
        selected.Clear();
        StateHasChanged();
    }

    private async Task MoreAsync()
    {
        var read = await query.ReadAsync(kind, view!.Next, Leaving);
        if (!read.IsDone) toasts.Refused(read.Refusal);
        else
        {
            view = read.Value;
            rows.AddRange(read.Value.Rows);
        }
    }

    private void Toggle(Guid id)
    {
        if (!selected.Remove(id)) selected.Add(id);
    }

    private async Task DismissAsync(IReadOnlyList<Guid> pairs)
    {
        var outcome = await dismiss.RunAsync(new(pairs), Leaving);
        if (outcome.IsDone)
        {
            rows.RemoveAll(row => pairs.Contains(row.Id));
            selected.ExceptWith(pairs);
        }
        undo.Show(outcome, ReloadAsync);
    }

    private async Task LookAsync()
    {
        isLooking = true;
        var outcome = await find.RunAsync(new(Whole: true), Leaving);
        isLooking = false;
        if (!outcome.IsDone) toasts.Refused(outcome.Refusal);
        else
        {
            toasts.Done($"Looked through all records: {(outcome.Value == 1 ? "1 pair" : $"{outcome.Value:N0} pairs")}");
            await ReloadAsync();
        }
    }
}

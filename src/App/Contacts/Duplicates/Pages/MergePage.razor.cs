using CrmStudio.App.Contacts.Duplicates.Queries;
using CrmStudio.App.Contacts.Duplicates.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts.Duplicates;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Contacts.Duplicates.Pages;

/// <summary>Two records side by side, with a pick for each field that differs; or, with one record, whom to merge it with.</summary>
public partial class MergePage(MergePreviewQuery query, MergeCandidatesQuery others, MergeRecords merge, UndoToast undo, NavigationManager places)
{
    private readonly HashSet<string> picks = [];   // fields whose value of the record that goes is taken
    private DuplicateKind kind;
    private MergePreview? preview;
    private MergeCandidates? candidates;
    private Refusal? refusal;
    private Guid survivor;
    private string? typed;
    private int differing;
    private bool isBusy, isSearched;

    /// <summary>People or companies.</summary>
    [SupplyParameterFromQuery(Name = "kind")] public string? Kind { get; set; }

    /// <summary>The one record.</summary>
    [SupplyParameterFromQuery(Name = "one")] public Guid One { get; set; }

    /// <summary>The other; without it the page asks for it.</summary>
    [SupplyParameterFromQuery(Name = "other")] public Guid? Other { get; set; }

    private MergeSide Stays => preview!.First.Record.Id == survivor ? preview.First : preview.Second;

    private MergeSide Goes => preview!.First.Record.Id == survivor ? preview.Second : preview.First;

    protected override async Task OnParametersSetAsync()
    {
        kind = Enum.TryParse<DuplicateKind>(Kind, ignoreCase: true, out var asked) && Enum.IsDefined(asked) ? asked : DuplicateKind.People;
        (preview, candidates, refusal) = (null, null, null);
        if (Other is not { } other)
        {
            await FindAsync();
            return;
        }
        var read = await query.ReadAsync(kind, One, other, Leaving);
        (preview, refusal) = (read.Value, read.Refusal);
        if (preview is null) return;
        differing = preview.Choices.Count(choice => choice.Differs);
        // The record with more history stays, unless somebody says otherwise; of equal ones the elder.
        Stay(preview.Second.Count > preview.First.Count ? preview.Second.Record.Id : preview.First.Record.Id);
    }

    private async Task FindAsync()
    {
        var read = await others.ReadAsync(kind, One, typed, Leaving);
        (candidates, refusal, isSearched) = (read.Value, read.Refusal, !string.IsNullOrWhiteSpace(typed));
    }

    private void Stay(Guid recordId)
    {
        survivor = recordId;
        picks.Clear();
    }

    private void Pick(MergeChoice choice, Guid from)
    {
        if (from == survivor) picks.Remove(choice.Name);
        else picks.Add(choice.Name);
    }

    private bool IsPicked(MergeChoice choice, Guid from) => picks.Contains(choice.Name) ? from != survivor : from == survivor;

    private RenderFragment Cell(MergeChoice choice, Guid from, string? says) => builder =>
    {
        if (!choice.Differs || says is null)
        {
            builder.OpenElement(0, "span");
            builder.AddAttribute(1, "class", says is null ? "t3" : null);
            builder.AddContent(2, says ?? "–");
            builder.CloseElement();
            return;
        }
        builder.OpenElement(3, "label");
        builder.AddAttribute(4, "class", IsPicked(choice, from) ? "pick on" : "pick");
        builder.OpenElement(5, "input");
        builder.AddAttribute(6, "type", "radio");
        builder.AddAttribute(7, "name", choice.Name);
        builder.AddAttribute(8, "aria-label", $"{choice.Label}: {says}");
        builder.AddAttribute(9, "checked", IsPicked(choice, from));
        builder.AddAttribute(10, "onchange", EventCallback.Factory.Create<ChangeEventArgs>(this, () => Pick(choice, from)));
        builder.CloseElement();
        builder.AddContent(11, says);
        builder.CloseElement();
    };

    private async Task MergeAsync()
    {
        isBusy = true;
        var outcome = await merge.RunAsync(new(kind, survivor, Goes.Record.Id, [.. picks]), Leaving);
        isBusy = false;
        undo.Show(outcome, () => Task.CompletedTask);
        if (outcome.IsDone) places.NavigateTo(DuplicateUrls.PairsOf(kind));
    }
}

using CrmStudio.App.Contacts.Queries;
using CrmStudio.App.Contacts.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;

namespace CrmStudio.App.Contacts.Pages;

/// <summary>Fields of the organization's own: defined, worded, retired.</summary>
public partial class FieldsPage(FieldsQuery query, SaveField save, RetireField retire, UndoToast toast)
{
    private IReadOnlyList<FieldLine>? fields;
    private Refusal? refusal, formRefusal;
    private Draft? draft;
    private bool isBusy;

    protected override Task OnInitializedAsync() => ReloadAsync();

    private async Task ReloadAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        var read = await query.ReadAsync(Leaving);
        (fields, refusal) = (read.Value, read.Refusal);
        StateHasChanged();
    }

    private void Edit(string table, FieldLine? field) =>
        (draft, formRefusal) = (field is null ? new Draft { Table = table } : new Draft { Table = table, Id = field.Id, Label = field.Label, Kind = field.Kind, Choices = string.Join('\n', field.Choices) }, null);

    private async Task SaveAsync()
    {
        if (isBusy || draft is null) return;
        isBusy = true;
        var outcome = await save.RunAsync(new(draft.Id, draft.Table, draft.Label, draft.Kind, (draft.Choices ?? "").Split('\n')), CancellationToken.None);
        (isBusy, formRefusal) = (false, outcome.Refusal);
        if (!outcome.IsDone) return;
        draft = null;
        toast.Show(outcome, ReloadAsync);
        await ReloadAsync();
    }

    private async Task RetireAsync(FieldLine field, bool isRetired)
    {
        toast.Show(await retire.RunAsync(new(field.Id, isRetired), CancellationToken.None), ReloadAsync);
        await ReloadAsync();
    }

    private string? ErrorOf(string field) => formRefusal?.Field == field ? formRefusal.Message : null;

    private sealed class Draft
    {
        public Guid? Id { get; init; }

        public string Table { get; init; } = "";

        public string? Label { get; set; }

        public CustomFieldKind Kind { get; set; }

        public string? Choices { get; set; }
    }
}

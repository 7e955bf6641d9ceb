using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.UseCases;

/// <summary>Defines a field of the organization's own, or words one anew. What it holds stays as it was defined, so that values stay readable.</summary>
public sealed class SaveField(CrmWork work)
{
    /// <param name="FieldId">The field to word anew; null for a new one.</param>
    /// <param name="EntityType">Table of the records; of a new field only.</param>
    /// <param name="Label">What people read.</param>
    /// <param name="Kind">What it holds; of a new field only.</param>
    /// <param name="Choices">The choices of a list.</param>
    public sealed record Input(Guid? FieldId, string EntityType, string? Label, CustomFieldKind Kind, IReadOnlyList<string> Choices);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.save-field", ContactPermissions.SetFields, ct);
        if (unit.Refused is { } refused) return refused;
        string summary;
        if (input.FieldId is { } id)
        {
            var field = await unit.Db.CustomFields.SingleOrDefaultAsync(one => one.Id == id, ct);
            if (field is null) return Refusal.NotFound;
            if (field.Word(input.Label, input.Choices) is { IsDone: false } wrong) return wrong.Refusal;
            summary = $"Changed the field {field.Label}";
        }
        else
        {
            if (!FieldTables.Has(input.EntityType)) return Refusal.NotFound;
            var known = await unit.Db.CustomFields.Where(one => one.EntityType == input.EntityType).ToListAsync(ct);
            var defined = CustomField.Define(input.EntityType, input.Label, input.Kind, input.Choices, known);
            if (defined.Value is not { } field) return defined.Refusal!;
            unit.Db.CustomFields.Add(field);
            summary = $"Defined the field {field.Label}";
        }
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, duplicate: _ => Refusal.Invalid("Label", "There is a field of that name already."));
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

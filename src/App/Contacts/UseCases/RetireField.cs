using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.UseCases;

/// <summary>Offers a field no more, or again. What stands in it stays.</summary>
public sealed class RetireField(CrmWork work)
{
    public sealed record Input(Guid FieldId, bool IsRetired);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.retire-field", ContactPermissions.SetFields, ct);
        if (unit.Refused is { } refused) return refused;
        var field = await unit.Db.CustomFields.SingleOrDefaultAsync(one => one.Id == input.FieldId, ct);
        if (field is null) return Refusal.NotFound;
        if (!input.IsRetired && await unit.Db.CustomFields.CountAsync(one => one.EntityType == field.EntityType && one.RetiredAt == null, ct) >= CustomField.Limit) return ContactRefusals.TooManyFields;
        field.Retire(input.IsRetired ? unit.At : null);
        var summary = input.IsRetired ? $"Retired the field {field.Label}" : $"Offered the field {field.Label} again";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

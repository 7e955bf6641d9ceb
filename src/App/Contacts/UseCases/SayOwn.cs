using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.UseCases;

/// <summary>Says something in a field of the organization's own, on a person or a company; an empty text says nothing there.</summary>
public sealed class SayOwn(CrmWork work, ContactSight sight)
{
    /// <param name="FieldId">The field; it knows of which records it is.</param>
    /// <param name="EntityId">The record.</param>
    /// <param name="Was">The value that was shown when the change began.</param>
    /// <param name="Text">As typed.</param>
    public sealed record Input(Guid FieldId, Guid EntityId, string? Was, string? Text);

    /// <summary>Either the change, or the value somebody else put there meanwhile.</summary>
    public sealed record Result(Changed? Changed, bool IsConflict, string? Theirs);

    public async Task<Outcome<Result>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.say-own", ContactPermissions.Edit, ct);
        if (unit.Refused is { } refused) return refused;
        var db = unit.Db;
        var field = await db.CustomFields.AsNoTracking().SingleOrDefaultAsync(one => one.Id == input.FieldId && one.RetiredAt == null, ct);
        if (field is null || !await IsThereAsync(unit, field.EntityType, input.EntityId, ct)) return Refusal.NotFound;
        var value = await db.CustomValues.SingleOrDefaultAsync(one => one.FieldId == field.Id && one.EntityId == input.EntityId, ct);
        if ((value?.Text ?? "") != (input.Was ?? "")) return new Result(null, true, value?.Text);
        var read = field.Read(input.Text);
        if (read.Refusal is { } wrong) return wrong;

        if (read.Value is not { } text)
        {
            if (value is not null) db.CustomValues.Remove(value);
        }
        else if (value is null) db.CustomValues.Add(new CustomValue(field.Id, input.EntityId, text));
        else value.Say(text);
        var summary = $"Changed {field.Label}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, duplicate: _ => Refusal.ChangedMeanwhile);
        return saved.IsDone ? new Result(new(summary, unit.UndoId), false, null) : saved.Refusal;
    }

    private async Task<bool> IsThereAsync(CrmUnit unit, string entityType, Guid id, CancellationToken ct) => entityType switch
    {
        ContactTables.Contacts => await sight.Visible(unit.Db, ContactPermissions.Edit).AnyAsync(contact => contact.Id == id, ct),
        ContactTables.Companies => await unit.Db.Companies.AnyAsync(company => company.Id == id, ct),
        _ => false,   // leads say theirs in their own room
    };
}

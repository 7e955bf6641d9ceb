using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.UseCases;

/// <summary>Takes a further address, number, postal address or day of a person away.</summary>
public sealed class RemovePersonPart(CrmWork work, ContactSight sight)
{
    /// <param name="ContactId">The person.</param>
    /// <param name="PartId">A <see cref="ContactReach"/>, <see cref="ContactAddress"/> or <see cref="ContactDate"/>.</param>
    public sealed record Input(Guid ContactId, Guid PartId);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.remove-part", ContactPermissions.Edit, ct);
        if (unit.Refused is { } refused) return refused;
        var contact = await sight.FindAsync(unit.Db, input.ContactId, ContactPermissions.Edit, ct);
        if (contact is null) return Refusal.NotFound;
        var summary = await RemoveAsync(unit, contact, input.PartId, ct);
        if (summary is null) return Refusal.NotFound;

        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }

    private static async Task<string?> RemoveAsync(CrmUnit unit, Contact contact, Guid partId, CancellationToken ct)
    {
        if (await unit.Db.ContactReaches.SingleOrDefaultAsync(one => one.Id == partId && one.ContactId == contact.Id, ct) is { } reach)
        {
            unit.Db.ContactReaches.Remove(reach);
            return $"Removed {reach.Text} of {contact.Name}";
        }
        if (await unit.Db.ContactAddresses.SingleOrDefaultAsync(one => one.Id == partId && one.ContactId == contact.Id, ct) is { } address)
        {
            unit.Db.ContactAddresses.Remove(address);
            return $"Removed an address of {contact.Name}";
        }
        if (await unit.Db.ContactDates.SingleOrDefaultAsync(one => one.Id == partId && one.ContactId == contact.Id, ct) is not { } date) return null;
        unit.Db.ContactDates.Remove(date);
        return $"Removed a day of {contact.Name}";
    }
}

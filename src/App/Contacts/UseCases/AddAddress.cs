using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.UseCases;

/// <summary>Notes a postal address of a person.</summary>
public sealed class AddAddress(CrmWork work, ContactSight sight)
{
    public sealed record Input(Guid ContactId, ReachLabel Label, string? Street, string? City, string? State, string? Zip);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.add-address", ContactPermissions.Edit, ct);
        if (unit.Refused is { } refused) return refused;
        var contact = await sight.FindAsync(unit.Db, input.ContactId, ContactPermissions.Edit, ct);
        if (contact is null) return Refusal.NotFound;
        var positions = await unit.Db.ContactAddresses.Where(address => address.ContactId == contact.Id).Select(address => address.Position).ToListAsync(ct);
        if (positions.Count >= ContactAddress.Limit) return ContactRefusals.TooManyAddresses;
        var address = new ContactAddress(contact.Id, input.Label, positions.DefaultIfEmpty().Max() + 1);
        if (address.Write(input.Label, input.Street, input.City, input.State, input.Zip) is { IsDone: false } wrong) return wrong.Refusal;

        unit.Db.ContactAddresses.Add(address);
        var summary = $"Noted an address of {contact.Name}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.UseCases;

/// <summary>Notes a further e-mail address or number of a person.</summary>
public sealed class AddReach(CrmWork work, ContactSight sight)
{
    public sealed record Input(Guid ContactId, ReachKind Kind, ReachLabel Label, string? Text);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.add-reach", ContactPermissions.Edit, ct);
        if (unit.Refused is { } refused) return refused;
        var contact = await sight.FindAsync(unit.Db, input.ContactId, ContactPermissions.Edit, ct);
        if (contact is null) return Refusal.NotFound;
        if (await unit.Db.ContactReaches.CountAsync(reach => reach.ContactId == contact.Id, ct) >= ContactReach.Limit) return ContactRefusals.TooManyReaches;
        var noted = ContactReach.Note(contact.Id, input.Kind, input.Label, input.Text);
        if (noted.Value is not { } reach) return noted.Refusal!;

        unit.Db.ContactReaches.Add(reach);
        var summary = $"Noted {reach.Text} for {contact.Name}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.UseCases;

/// <summary>Notes a day of a person's life that comes back every year.</summary>
public sealed class AddDay(CrmWork work, ContactSight sight)
{
    public sealed record Input(Guid ContactId, ContactDateKind Kind, string? Name, int Month, int Day, int? Year);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.add-day", ContactPermissions.Edit, ct);
        if (unit.Refused is { } refused) return refused;
        var contact = await sight.FindAsync(unit.Db, input.ContactId, ContactPermissions.Edit, ct);
        if (contact is null) return Refusal.NotFound;
        if (await unit.Db.ContactDates.CountAsync(day => day.ContactId == contact.Id, ct) >= ContactDate.Limit) return ContactRefusals.TooManyDates;
        var noted = ContactDate.Note(contact.Id, input.Kind, input.Name, input.Month, input.Day, input.Year);
        if (noted.Value is not { } date) return noted.Refusal!;

        unit.Db.ContactDates.Add(date);
        var summary = $"Noted a day of {contact.Name}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

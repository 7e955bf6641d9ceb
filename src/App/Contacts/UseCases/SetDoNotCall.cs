using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Contacts.UseCases;

/// <summary>Says that a person is to be called no more, or may be called again. The timeline keeps who said so.</summary>
public sealed class SetDoNotCall(CrmWork work, CurrentMember me, ContactSight sight)
{
    public sealed record Input(Guid ContactId, bool IsOn);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.do-not-call", ContactPermissions.Edit, ct);
        if (unit.Refused is { } refused) return refused;
        var contact = await sight.FindAsync(unit.Db, input.ContactId, ContactPermissions.Edit, ct);
        if (contact is null) return Refusal.NotFound;

        contact.DoNotCall(input.IsOn ? unit.At : null);
        unit.Db.Activities.Add(new Activity(ContactTables.Contacts, contact.Id, ActivityKind.System, input.IsOn ? "set “do not call”" : "allowed calls again", me.Id, unit.At));
        var summary = input.IsOn ? $"{contact.Name} is not to be called" : $"{contact.Name} may be called";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

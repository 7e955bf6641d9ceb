using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Contacts.UseCases;

/// <summary>Logs a call, a message, a meeting or a note on a person. What is open of them in other rooms hears of it in the same save.</summary>
public sealed class LogTouch(CrmWork work, CurrentMember me, ContactSight sight, IEnumerable<IFollowContacts> rooms)
{
    public sealed record Input(Guid ContactId, Touch Touch);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        if (input.Touch.Kind == ActivityKind.System) return Refusal.Invalid(nameof(Touch.Kind), "Only the system writes system lines.");
        await using var unit = await work.BeginAsync("contacts.log", ContactPermissions.Edit, ct);
        if (unit.Refused is { } refused) return refused;
        var contact = await sight.FindAsync(unit.Db, input.ContactId, ContactPermissions.Edit, ct);
        if (contact is null) return Refusal.NotFound;

        var touch = input.Touch;
        var noted = Activity.Of(ContactTables.Contacts, contact.Id, touch, me.Id, unit.At);
        if (noted.Value is not { } activity) return noted.Refusal!;
        unit.Db.Activities.Add(activity);
        if (Reaches(touch)) contact.Touched(unit.At);
        foreach (var room in rooms) await room.TouchedAsync(unit, contact, touch, ct);

        var summary = touch.Kind switch
        {
            ActivityKind.Call => $"Logged a call with {contact.Name}",
            ActivityKind.Email => $"Logged an e-mail with {contact.Name}",
            ActivityKind.Sms => $"Logged a text message with {contact.Name}",
            ActivityKind.Meeting => $"Logged a meeting with {contact.Name}",
            _ => $"Wrote a note on {contact.Name}",
        };
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }

    // A phone that rang unheard, or at somebody else's, touched nobody.
    private static bool Reaches(Touch touch) => (touch.IsAttempt || touch.IsContact) && touch.Result is not (CallResult.NoAnswer or CallResult.WrongNumber);
}

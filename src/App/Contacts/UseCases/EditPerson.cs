using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.UseCases;

/// <summary>Changes one fact of a person in place. Never overwrites a value the person who types did not see.</summary>
public sealed class EditPerson(CrmWork work, ContactSight sight, IEnumerable<IFollowContacts> rooms)
{
    /// <param name="ContactId">The person.</param>
    /// <param name="Fact">One of <see cref="PersonFact"/>.</param>
    /// <param name="Was">The value that was shown when the change began.</param>
    /// <param name="Text">The new value; null empties it.</param>
    public sealed record Input(Guid ContactId, string Fact, string? Was, string? Text);

    /// <summary>Either the change, or the value somebody else put there meanwhile.</summary>
    public sealed record Result(Changed? Changed, bool IsConflict, string? Theirs);

    public async Task<Outcome<Result>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.edit", ContactPermissions.Edit, ct);
        if (unit.Refused is { } refused) return refused;
        var contact = await sight.FindAsync(unit.Db, input.ContactId, ContactPermissions.Edit, ct);
        if (contact is null) return Refusal.NotFound;
        var (was, text, name) = (Clean(input.Was), Clean(input.Text), contact.Name);
        if (await ValueOfAsync(unit, contact, input.Fact, ct) is var theirs && theirs != was) return new Result(null, true, theirs);

        var changed = PersonFact.IsLink(input.Fact) ? await LinkAsync(unit, contact, input.Fact, text, ct) : contact.Know(PersonFact.With(contact.Facts(), input.Fact, text));
        if (!changed.IsDone) return changed.Refusal;
        if (contact.Name != name) foreach (var room in rooms) await room.RenamedAsync(unit, contact, ct);

        var summary = $"Changed the {PersonFact.Of(input.Fact)} of {contact.Name}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Result(new(summary, unit.UndoId), false, null) : saved.Refusal;
    }

    private static async Task<string?> ValueOfAsync(CrmUnit unit, Contact contact, string fact, CancellationToken ct) => fact switch
    {
        PersonFact.Owner => contact.OwnerId?.ToString(),
        PersonFact.Company => await unit.Db.Companies.Where(company => company.Id == contact.CompanyId).Select(company => company.Name).SingleOrDefaultAsync(ct),
        PersonFact.Household => await unit.Db.Households.Where(household => household.Id == contact.HouseholdId).Select(household => household.Name).SingleOrDefaultAsync(ct),
        _ => PersonFact.ValueOf(contact.Facts(), fact),
    };

    private static async Task<Outcome> LinkAsync(CrmUnit unit, Contact contact, string fact, string? text, CancellationToken ct)
    {
        switch (fact)
        {
            case PersonFact.Owner:
                var owner = Guid.TryParse(text, out var id) ? id : (Guid?)null;
                if (owner is not null && !await unit.Db.Members.AnyAsync(member => member.Id == owner && member.Status == MemberStatus.Active, ct)) return Refusal.NotFound;
                contact.OwnerId = owner;
                return Outcome.Done;
            case PersonFact.Company:
                if (text is null) return contact.Know(contact.Facts() with { CompanyId = null });
                var company = await unit.CompanyNamedAsync(text, ct);
                return company.IsDone ? contact.Know(contact.Facts() with { CompanyId = company.Value.Id }) : company.Refusal;
            default:
                return await LiveInAsync(unit, contact, text, ct);
        }
    }

    /// <summary>A household of that name, or a new one.</summary>
    private static async Task<Outcome> LiveInAsync(CrmUnit unit, Contact contact, string? name, CancellationToken ct)
    {
        if (name is null)
        {
            contact.LiveIn(null);
            return Outcome.Done;
        }
        var key = name.ToLowerInvariant();
        var household = await unit.Db.Households.OrderBy(one => one.Id).FirstOrDefaultAsync(one => one.Name.ToLower() == key, ct);
        if (household is null)
        {
            household = new Household("");
            if (household.Rename(name) is { IsDone: false } wrong) return wrong;
            unit.Db.Households.Add(household);
        }
        contact.LiveIn(household.Id);
        return Outcome.Done;
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

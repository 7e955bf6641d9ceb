using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.UseCases;

/// <summary>Enters a person by hand, looked after by whoever does. Somebody known is not entered twice unless that is meant.</summary>
public sealed class AddPerson(CrmWork work, CurrentMember me, ContactSight sight)
{
    /// <param name="Facts">What is known.</param>
    /// <param name="Company">Where they work, by name; a new name becomes a company.</param>
    /// <param name="Own">What they say in fields of the organization's own, by field, as typed.</param>
    /// <param name="IsMeant">Whether it is a second person with that e-mail address or number.</param>
    public sealed record Input(ContactFacts Facts, string? Company, IReadOnlyDictionary<Guid, string?> Own, bool IsMeant);

    /// <summary>The new person, and the change for the toast's Undo.</summary>
    public sealed record Result(Guid ContactId, Changed Changed);

    public async Task<Outcome<Result>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.add", ContactPermissions.Edit, ct);
        if (unit.Refused is { } refused) return refused;

        var (facts, contact) = (input.Facts, new Contact("", "") { OwnerId = me.Id });
        if (!string.IsNullOrWhiteSpace(input.Company))
        {
            var company = await unit.CompanyNamedAsync(input.Company, ct);
            if (!company.IsDone) return company.Refusal with { Field = nameof(input.Company) };
            facts = facts with { CompanyId = company.Value.Id };
        }
        if (contact.Know(facts) is { IsDone: false } wrong) return wrong.Refusal;
        if (!input.IsMeant && await unit.RecogniseAsync(new(facts.FirstName, facts.LastName, facts.Email, facts.Phone), ct) is { } known)
            return ContactRefusals.KnownAlready(await sight.Visible(unit.Db, ContactPermissions.Read).AnyAsync(person => person.Id == known.Id, ct) ? known.Name : "Somebody whom you do not see");
        unit.Db.Contacts.Add(contact);
        if (await OwnValues.SayAsync(unit, ContactTables.Contacts, contact.Id, input.Own, ct) is { } unreadable) return unreadable;

        var summary = $"Entered {contact.Name}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Result(contact.Id, new(summary, unit.UndoId)) : saved.Refusal;
    }
}

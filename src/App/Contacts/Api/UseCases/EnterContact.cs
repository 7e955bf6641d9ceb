using CrmStudio.App.Access.Api;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Api.UseCases;

/// <summary>Enters a person as a program sends them; refuses one whose address or number the organization knows.</summary>
public sealed class EnterContact(CrmWork work, CurrentMember me)
{
    // Names nobody: a key may know less than the organization does.
    private static readonly Refusal knownAlready = new("contacts.known-already", "Somebody has this e-mail address or number already.");

    public async Task<Outcome<ApiCreated>> RunAsync(ApiRequest request, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.api.enter", ContactPermissions.Edit, ct);
        if (unit.Refused is { } refused) return refused;
        var before = await request.Once.BeforeAsync(unit, ct);
        if (before.Refusal is { } reused) return reused;
        if (before.Value is { } same) return same;

        var read = ApiJson.Over(new ContactFacts(null, null), request.Sent);
        if (read.Value is not { } facts) return read.Refusal!;
        var contact = new Contact("", "") { OwnerId = me.Id };
        if (contact.Know(facts) is { IsDone: false } wrong) return wrong.Refusal;
        if (facts.CompanyId is { } company && !await unit.Db.Companies.AnyAsync(one => one.Id == company, ct)) return Refusal.Invalid(nameof(facts.CompanyId), "There is no such company.");
        if (await unit.RecogniseAsync(new Inquiry(facts.FirstName, facts.LastName, facts.Email, facts.Phone), ct) is not null) return knownAlready;

        unit.Db.Contacts.Add(contact);
        var answer = request.Once.Keep(unit, new ApiCreated(contact.Id, null, true));
        var saved = await unit.SaveAsync(ct, ApiOnce.Duplicate);
        return saved.IsDone ? answer : saved.Refusal;
    }
}

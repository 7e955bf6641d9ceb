using CrmStudio.App.Access.Api;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Api.UseCases;

/// <summary>Changes a person as a program says, if it is still the version the program knows.</summary>
public sealed class AmendContact(CrmWork work, ContactSight sight)
{
    public async Task<Outcome> RunAsync(Guid contactId, ApiRequest request, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.api.amend", ContactPermissions.Edit, ct);
        if (unit.Refused is { } refused) return refused;
        if (await sight.Visible(unit.Db, ContactPermissions.Edit).SingleOrDefaultAsync(one => one.Id == contactId, ct) is not { } contact) return Refusal.NotFound;
        if (request.Version is not { } version) return AccessRefusals.VersionNeeded;
        if (version != contact.Version) return Refusal.ChangedMeanwhile;

        var read = ApiJson.Over(contact.Facts(), request.Sent);
        if (read.Value is not { } facts) return read.Refusal!;
        if (facts.CompanyId is { } company && company != contact.CompanyId && !await unit.Db.Companies.AnyAsync(one => one.Id == company, ct)) return Refusal.Invalid(nameof(facts.CompanyId), "There is no such company.");
        if (contact.Know(facts) is { IsDone: false } wrong) return wrong;
        return await unit.SaveAsync(ct);
    }
}

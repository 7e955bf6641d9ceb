using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Queries;

/// <summary>Everything the page of a company shows: its facts, and those of its people the member sees.</summary>
public sealed class CompanyQuery(CrmWork work, CurrentMember me, ContactSight sight)
{
    /// <summary>People shown.</summary>
    public const int PeopleLimit = 100;

    public async Task<Outcome<CompanyDetail>> ReadAsync(Guid companyId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("companies.read", ContactPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var db = unit.Db;
        var company = await db.Companies.AsNoTracking().SingleOrDefaultAsync(one => one.Id == companyId, ct);
        if (company is null) return Refusal.NotFound;
        var people = await sight.Visible(db, ContactPermissions.Read).AsNoTracking().Where(person => person.CompanyId == companyId).OrderBy(person => person.LastName).ThenBy(person => person.FirstName).ThenBy(person => person.Id)
            .Take(PeopleLimit).Select(person => new CompanyPerson(person.Id, person.FirstName + " " + person.LastName, person.JobTitle, person.Email, person.Phone, person.LastTouchAt)).ToListAsync(ct);
        var tags = await db.RecordTags.AsNoTracking().Where(tag => tag.EntityId == companyId).Join(db.Tags, on => on.TagId, tag => tag.Id, (on, tag) => new TagChoice(tag.Id, tag.Name)).ToListAsync(ct);
        var own = await db.CustomValues.AsNoTracking().Where(value => value.EntityId == companyId).ToDictionaryAsync(value => value.FieldId, value => value.Text, ct);
        return new CompanyDetail(company.Id, company.Facts(), company.OwnerId, company.LicenceExpiresOn < me.DayOf(unit.At), people, [.. tags.OrderBy(tag => tag.Name, StringComparer.CurrentCultureIgnoreCase)], own, me.May(ContactPermissions.Edit));
    }
}

/// <summary>A company as one member may see it.</summary>
public sealed record CompanyDetail(
    Guid Id, CompanyFacts Facts, Guid? OwnerId, bool IsLicenceOver, IReadOnlyList<CompanyPerson> People, IReadOnlyList<TagChoice> Tags, IReadOnlyDictionary<Guid, string> Own, bool MayEdit);

/// <summary>Somebody at a company.</summary>
public sealed record CompanyPerson(Guid Id, string Name, string? JobTitle, string? Email, string? Phone, DateTimeOffset? LastTouchAt);

using CrmStudio.App.Integrations.Imports;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Contacts.Import;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Infrastructure.Platform.Tenancy;
using CrmStudio.Infrastructure.Platform.Undo;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Import;

/// <summary>Judges rows of a file as people, and writes them. A company that is not there yet is made.</summary>
internal sealed class ContactDesk : ImportDesk
{
    private readonly CrmUnit unit;
    private readonly CurrentMember me;
    private readonly FileImport import;
    private readonly PersonImportReader reader;

    private ContactDesk(CrmUnit unit, CurrentMember me, FileImport import, IReadOnlyList<ImportPerson> members) =>
        (this.unit, this.me, this.import, reader) = (unit, me, import, new PersonImportReader(import.Mapping(), members));

    public static async Task<ContactDesk> OpenAsync(CrmUnit unit, CurrentMember me, FileImport import, CancellationToken ct) => new(unit, me, import, await ImportedPeople.MembersAsync(unit, ct));

    public override ImportReading Read(ImportRow row)
    {
        var result = reader.Read(row.Cells);
        List<ImportProblem> problems = [.. row.Findings, .. result.Problems];
        if (!me.MayGiveTo(result.Draft?.OwnerId, ContactPermissions.Import)) problems.Add(new ImportProblem(null, $"Owner: {ContactImportRefusals.NotYours.Message}"));
        return new ImportReading(result.Key, problems.TrueForAll(problem => problem.IsWarning) ? result.Draft : null, problems);
    }

    public override async Task<IReadOnlyDictionary<string, bool>> KnownAsync(IReadOnlyCollection<string> keys, CancellationToken ct)
    {
        var people = await ImportedPeople.FindAsync(unit, keys, ct);
        if (people.Count == 0) return new Dictionary<string, bool>();
        var mine = (await Mine([.. people.Values.Distinct()]).Select(contact => contact.Id).ToListAsync(ct)).ToHashSet();
        return people.ToDictionary(person => person.Key, person => mine.Contains(person.Value), StringComparer.Ordinal);
    }

    public override ImportProblem? Clash(bool isMine) =>
        isMine || import.Duplicates == ImportDuplicates.Skip ? null : new ImportProblem(PersonImportFields.KeyField, $"E-mail: {ContactImportRefusals.SomebodyElses.Message}");

    public override async Task<IReadOnlyList<ImportWriting>> WriteAsync(IReadOnlyList<ImportReading> readings, CancellationToken ct)
    {
        var drafts = readings.Select(reading => (PersonImportDraft)reading.Draft!).ToList();
        var people = await ImportedPeople.FindAsync(unit, [.. drafts.Select(draft => draft.Key)], ct);
        var mine = import.Duplicates == ImportDuplicates.Skip || people.Count == 0 ? [] : await Mine([.. people.Values.Distinct()]).ToDictionaryAsync(contact => contact.Id, ct);
        var companies = await CompaniesAsync([.. drafts.Select(draft => draft.Company).OfType<string>()], ct);
        return [.. drafts.Select(draft =>
            !people.TryGetValue(draft.Key, out var id) ? Create(draft, companies)
            : import.Duplicates == ImportDuplicates.Skip ? ImportWriting.Skipped
            : mine.TryGetValue(id, out var contact) ? Update(draft, contact, companies)
            : ImportWriting.Failed(ContactImportRefusals.SomebodyElses))];
    }

    public override async Task<IReadOnlyList<Entity>> TakeBackAsync(IReadOnlyCollection<Guid> ids, long savedAs, CancellationToken ct)
    {
        var worked = await unit.Db.Activities.Where(activity => activity.EntityType == ContactTables.Contacts && ids.Contains(activity.EntityId)).Select(activity => activity.EntityId).Distinct().ToListAsync(ct);
        var removed = await unit.TakeBackAsync<Contact>(ids, savedAs, worked, ct);
        await unit.TakeBackAsync<Company>([.. removed.OfType<Contact>().Select(contact => contact.CompanyId).OfType<Guid>().Distinct()], savedAs, [], ct);
        return removed;
    }

    private IQueryable<Contact> Mine(IReadOnlyCollection<Guid> ids)
    {
        var people = unit.Db.Contacts.Where(contact => ids.Contains(contact.Id));
        if (me.ScopeOf(ContactPermissions.Import) == Scope.Organization) return people;
        var owners = me.ScopeOf(ContactPermissions.Import) == Scope.Team ? [.. me.Authority.Team, me.Id] : new[] { me.Id };
        return people.Where(contact => contact.OwnerId != null && owners.Contains(contact.OwnerId.Value));
    }

    private async Task<Dictionary<string, Guid>> CompaniesAsync(IReadOnlyCollection<string> names, CancellationToken ct)
    {
        var keys = names.Select(Company.KeyOf).Distinct().ToList();
        if (keys.Count == 0) return [];
        var there = await unit.Db.Companies.Where(company => keys.Contains(company.NameKey)).OrderBy(company => company.Id).Select(company => new { company.NameKey, company.Id }).ToListAsync(ct);
        return there.DistinctBy(company => company.NameKey).ToDictionary(company => company.NameKey, company => company.Id, StringComparer.Ordinal);
    }

    private Guid? CompanyOf(PersonImportDraft draft, Dictionary<string, Guid> companies)
    {
        if (draft.Company is not { } name || Company.KeyOf(name) is not { Length: > 0 } key) return null;
        if (companies.TryGetValue(key, out var id)) return id;
        if (Company.Named(name).Value is not { } company) return null;
        unit.Db.Companies.Add(company);   // tracked, so that it is there before whoever is changed to point at it
        return companies[key] = company.Id;
    }

    private ImportWriting Create(PersonImportDraft draft, Dictionary<string, Guid> companies)
    {
        var contact = new Contact("", "") { OwnerId = draft.OwnerId ?? (me.ScopeOf(ContactPermissions.Import) == Scope.Organization ? null : me.Id) };
        if (contact.Know(draft.Over(null, CompanyOf(draft, companies))) is { IsDone: false } refused) return ImportWriting.Failed(refused.Refusal);
        unit.Many.Add([contact]);
        return ImportWriting.Created(contact.Id);
    }

    private ImportWriting Update(PersonImportDraft draft, Contact contact, Dictionary<string, Guid> companies)
    {
        if (contact.Know(draft.Over(contact.Facts(), CompanyOf(draft, companies))) is { IsDone: false } refused)
        {
            unit.Db.Entry(contact).State = EntityState.Detached;
            return ImportWriting.Failed(refused.Refusal);
        }
        if (draft.OwnerId is { } owner) contact.OwnerId = owner;
        return ImportWriting.Updated(contact.Id, [contact]);
    }
}

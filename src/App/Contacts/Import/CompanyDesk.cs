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

/// <summary>Judges rows of a file as companies, and writes them. A company is known again by its name without punctuation and legal form.</summary>
internal sealed class CompanyDesk(CrmUnit unit, CurrentMember me, FileImport import) : ImportDesk
{
    private readonly CompanyImportReader reader = new(import.Mapping());

    public override ImportReading Read(ImportRow row)
    {
        var result = reader.Read(row.Cells);
        List<ImportProblem> problems = [.. row.Findings, .. result.Problems];
        return new ImportReading(result.Key, problems.TrueForAll(problem => problem.IsWarning) ? result.Draft : null, problems);
    }

    public override async Task<IReadOnlyDictionary<string, bool>> KnownAsync(IReadOnlyCollection<string> keys, CancellationToken ct) =>
        (await There(keys).ToListAsync(ct)).DistinctBy(company => company.NameKey).ToDictionary(company => company.NameKey, company => IsMine(company.OwnerId), StringComparer.Ordinal);

    public override ImportProblem? Clash(bool isMine) =>
        isMine || import.Duplicates == ImportDuplicates.Skip ? null : new ImportProblem(CompanyImportFields.KeyField, $"Company: {ContactImportRefusals.CompanyElsewhere.Message}");

    public override async Task<IReadOnlyList<ImportWriting>> WriteAsync(IReadOnlyList<ImportReading> readings, CancellationToken ct)
    {
        var drafts = readings.Select(reading => (CompanyImportDraft)reading.Draft!).ToList();
        var keys = drafts.Select(draft => draft.Key).ToList();
        var known = (import.Duplicates == ImportDuplicates.Skip ? await There(keys).ToListAsync(ct) : await There(keys).AsTracking().ToListAsync(ct)).DistinctBy(company => company.NameKey).ToDictionary(company => company.NameKey, StringComparer.Ordinal);
        return [.. drafts.Select(draft =>
            !known.TryGetValue(draft.Key, out var company) ? Create(draft)
            : import.Duplicates == ImportDuplicates.Skip ? ImportWriting.Skipped
            : IsMine(company.OwnerId) ? Update(draft, company)
            : ImportWriting.Failed(ContactImportRefusals.CompanyElsewhere))];
    }

    public override async Task<IReadOnlyList<Entity>> TakeBackAsync(IReadOnlyCollection<Guid> ids, long savedAs, CancellationToken ct)
    {
        var worked = await unit.Db.Activities.Where(activity => activity.EntityType == ContactTables.Companies && ids.Contains(activity.EntityId)).Select(activity => activity.EntityId).Distinct().ToListAsync(ct);
        return await unit.TakeBackAsync<Company>(ids, savedAs, worked, ct);
    }

    private IQueryable<Company> There(IReadOnlyCollection<string> keys) => unit.Db.Companies.AsNoTracking().Where(company => keys.Contains(company.NameKey)).OrderBy(company => company.Id);

    // A company nobody looks after is everybody's.
    private bool IsMine(Guid? owner) => owner is null || me.MayGiveTo(owner, ContactPermissions.Import);

    private ImportWriting Create(CompanyImportDraft draft)
    {
        var made = Company.Named(draft.Name);
        if (made.Value is not { } company) return ImportWriting.Failed(made.Refusal!);
        if (company.Know(draft.Over(null)) is { IsDone: false } refused) return ImportWriting.Failed(refused.Refusal);
        unit.Many.Add([company]);
        return ImportWriting.Created(company.Id);
    }

    private ImportWriting Update(CompanyImportDraft draft, Company company)
    {
        if (company.Know(draft.Over(company.Facts())) is not { IsDone: false } refused) return ImportWriting.Updated(company.Id, [company]);
        unit.Db.Entry(company).State = EntityState.Detached;
        return ImportWriting.Failed(refused.Refusal);
    }
}

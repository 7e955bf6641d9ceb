using System.Globalization;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Contacts.Duplicates;
using CrmStudio.Infrastructure.Platform.Merging;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Duplicates.Queries;

/// <summary>What two records say in one field.</summary>
public sealed record MergeChoice(string Name, string Label, string? First, string? Second)
{
    /// <summary>Whether there is something to pick.</summary>
    public bool Differs => First is not null && Second is not null && First != Second;
}

/// <summary>One of two records about to become one, with what hangs on it.</summary>
public sealed record MergeSide(DuplicateSide Record, IReadOnlyDictionary<string, int> Rows)
{
    /// <summary>How much hangs on it.</summary>
    public int Count => Rows.Values.Sum();
}

/// <summary>Two records side by side.</summary>
public sealed record MergePreview(DuplicateKind Kind, MergeSide First, MergeSide Second, IReadOnlyList<MergeChoice> Choices, string? Reasons);

/// <summary>Two records before they become one: what each says, and what would move.</summary>
public sealed class MergePreviewQuery(CrmWork work, MergeSight sight)
{
    public async Task<Outcome<MergePreview>> ReadAsync(DuplicateKind kind, Guid first, Guid second, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.merge.preview", ContactPermissions.Merge, ct);
        if (unit.Refused is { } refused) return refused;
        if (first == second) return MergeRefusals.SameRecord;

        var db = unit.Db;
        Guid[] both = [first, second];
        var sides = await DuplicatesQuery.SidesAsync(db, kind, both, ct, sight.Ids(db, kind));
        if (sides.Count < both.Length) return Refusal.NotFound;
        var rows = await RecordMerger.CountAsync(unit, kind == DuplicateKind.People ? typeof(Contact) : typeof(Company), both, ct);
        var reasons = await db.DuplicatePairs.Where(pair => both.Contains(pair.FirstId) && both.Contains(pair.SecondId)).Select(pair => pair.Reasons).FirstOrDefaultAsync(ct);
        return new MergePreview(kind, Side(first), Side(second), await ChoicesAsync(unit, kind, first, second, ct), reasons);

        MergeSide Side(Guid id) => new(sides[id], rows[id].ToDictionary(row => row.Table, row => row.Rows));
    }

    private static async Task<IReadOnlyList<MergeChoice>> ChoicesAsync(CrmUnit unit, DuplicateKind kind, Guid first, Guid second, CancellationToken ct)
    {
        var db = unit.Db;
        Guid[] both = [first, second];
        List<Entity> records = kind == DuplicateKind.People
            ? [.. await db.Contacts.AsNoTracking().Where(contact => both.Contains(contact.Id)).ToListAsync(ct)]
            : [.. await db.Companies.AsNoTracking().Where(company => both.Contains(company.Id)).ToListAsync(ct)];
        var (one, other) = (records.Find(record => record.Id == first)!, records.Find(record => record.Id == second)!);
        var ids = records.SelectMany(record => db.Entry(record).Properties.Where(property => property.Metadata.IsForeignKey()).Select(property => property.CurrentValue).OfType<Guid>()).Distinct().ToArray();
        var names = await db.Members.Where(member => ids.Contains(member.Id)).Select(member => new { member.Id, Name = member.FirstName + " " + member.LastName })
            .Concat(db.Companies.Where(company => ids.Contains(company.Id)).Select(company => new { company.Id, company.Name }))
            .Concat(db.Households.Where(household => ids.Contains(household.Id)).Select(household => new { household.Id, household.Name })).ToDictionaryAsync(row => row.Id, row => row.Name, ct);
        var own = await db.CustomValues.AsNoTracking().Where(value => both.Contains(value.EntityId))
            .Join(db.CustomFields, value => value.FieldId, field => field.Id, (value, field) => new { value.EntityId, value.FieldId, field.Label, value.Text }).ToListAsync(ct);

        return
        [
            .. MergeField.Of(kind).Select(field => new MergeChoice(field.Name, field.Label, Says(one, field), Says(other, field))).Where(choice => choice.First is not null || choice.Second is not null),
            .. own.GroupBy(value => (value.FieldId, value.Label)).OrderBy(field => field.Key.Label, StringComparer.Ordinal).Select(field => new MergeChoice(
                MergeWork.OwnField + field.Key.FieldId, field.Key.Label, field.FirstOrDefault(value => value.EntityId == first)?.Text, field.FirstOrDefault(value => value.EntityId == second)?.Text)),
        ];

        string? Says(Entity record, MergeField field)
        {
            var said = field.Properties.Where(IsRead).Select(name => db.Entry(record).Property(name).CurrentValue).Select(value => Word(value, names)).Where(word => !string.IsNullOrEmpty(word)).ToList();
            return said.Count == 0 ? null : string.Join(field.Name is "name" ? " " : ", ", said);
        }
    }

    // What people see: not the twin a spelling is compared by, nor where it rings.
    private static bool IsRead(string property) => !property.EndsWith("Key", StringComparison.Ordinal) && property is not (nameof(Contact.EmailLabel) or nameof(Contact.PhoneLabel));

    private static string? Word(object? value, IReadOnlyDictionary<Guid, string> names) => value switch
    {
        Guid id => names.GetValueOrDefault(id) ?? "Somebody",
        DateOnly day => day.ToString("MMM d, yyyy", CultureInfo.GetCultureInfo("en-US")),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString(),
    };
}

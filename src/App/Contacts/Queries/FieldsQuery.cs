using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Queries;

/// <summary>The organization's own fields, retired ones too, with how many records say something in them.</summary>
public sealed class FieldsQuery(CrmWork work)
{
    public async Task<Outcome<IReadOnlyList<FieldLine>>> ReadAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.fields", ContactPermissions.SetFields, ct);
        if (unit.Refused is { } refused) return refused;
        return await unit.Db.CustomFields.AsNoTracking().OrderBy(field => field.Position).ThenBy(field => field.Id).Select(field => new FieldLine(
            field.Id, field.EntityType, field.Name, field.Label, field.Kind, field.Choices, field.RetiredAt, unit.Db.CustomValues.Count(value => value.FieldId == field.Id))).ToListAsync(ct);
    }
}

/// <summary>A field in the settings.</summary>
public sealed record FieldLine(Guid Id, string EntityType, string Name, string Label, CustomFieldKind Kind, IReadOnlyList<string> Choices, DateTimeOffset? RetiredAt, int Values);

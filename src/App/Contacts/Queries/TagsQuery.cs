using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Queries;

/// <summary>The organization's tags, with how many records have them.</summary>
public sealed class TagsQuery(CrmWork work)
{
    public async Task<Outcome<IReadOnlyList<TagLine>>> ReadAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.tags", ContactPermissions.SetFields, ct);
        if (unit.Refused is { } refused) return refused;
        return await unit.Db.Tags.AsNoTracking().OrderBy(tag => tag.Key).Select(tag => new TagLine(tag.Id, tag.Name, unit.Db.RecordTags.Count(on => on.TagId == tag.Id))).ToListAsync(ct);
    }
}

/// <summary>A tag in the settings.</summary>
public sealed record TagLine(Guid Id, string Name, int Records);

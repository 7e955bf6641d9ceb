using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Search;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Shell.Search.UseCases;

/// <summary>Makes the search index of an organization that has records and none: they were written in bulk, or before there was an index.</summary>
public sealed class FillSearchIndex(CrmWork work)
{
    /// <returns>How many records can be found now that could not; zero when nothing was missing.</returns>
    public async Task<Outcome<int>> RunAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("search.fill", AccessPermissions.OwnAccount, ct);
        if (unit.Refused is { } refused) return refused;
        if (!await SearchIndex.IsMissingAsync(unit.Db, ct)) return 0;

        var records = await SearchIndex.RebuildAsync(unit.Db, ct);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? records : saved.Refusal;
    }
}

using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Contacts.Duplicates;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Duplicates.Queries;

/// <summary>Where a record went that is gone because it was merged, so that an old link still arrives. Null when it was not merged, or went where the member sees nothing.</summary>
public sealed class MergedIntoQuery(CrmWork work, ContactSight sight)
{
    /// <summary>Most merges in a row that are followed.</summary>
    public const int Steps = 10;

    public async Task<Outcome<Guid?>> ReadAsync(DuplicateKind kind, Guid lostId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.merged-into", ContactPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        Guid? at = lostId;
        for (var step = 0; step < Steps; step++)
        {
            var into = await unit.Db.RecordMerges.AsNoTracking().Where(merge => merge.Kind == kind && merge.LostId == at && merge.PartedAt == null).Select(merge => (Guid?)merge.SurvivorId).FirstOrDefaultAsync(ct);
            if (into is null) break;
            at = into;
        }
        if (at == lostId) return new Outcome<Guid?>(null, null);
        var sees = kind == DuplicateKind.Companies || await sight.Visible(unit.Db, ContactPermissions.Read).AnyAsync(contact => contact.Id == at, ct);
        return new Outcome<Guid?>(sees ? at : null, null);
    }
}

using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Import;

/// <summary>Steps the use cases of an import share.</summary>
internal static class LoanImportUnits
{
    /// <summary>An import of the member's own; those who import for the whole organization reach every one.</summary>
    public static Task<LoanImport?> ImportAsync(this CrmUnit unit, CurrentMember me, Guid id, CancellationToken ct)
    {
        var (memberId, all) = (me.Id, me.ScopeOf(LoanPermissions.Import) == Scope.Organization);
        return unit.Db.LoanImports.SingleOrDefaultAsync(import => import.Id == id && (all || import.MemberId == memberId), ct);
    }

    /// <summary>The same for a worker: no other has it until the unit ends. Null unless it is in the phase.</summary>
    public static async Task<LoanImport?> ImportAsync(this CrmUnit unit, CurrentMember me, Guid id, LoanImportStatus phase, CancellationToken ct)
    {
        await LoanImportRows.LockAsync(unit, id, ct);
        return await unit.ImportAsync(me, id, ct) is { } import && import.Status == phase ? import : null;
    }

    /// <summary>Saves, and wakes the worker.</summary>
    public static async Task<Outcome> SaveAndRingAsync(this CrmUnit unit, LoanImportBell bell, CancellationToken ct)
    {
        var saved = await unit.SaveAsync(ct);
        if (saved.IsDone) bell.Ring();
        return saved;
    }
}

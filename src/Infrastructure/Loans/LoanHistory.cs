using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.Infrastructure.Loans;

/// <summary>Reads what loans were like before, from the audit trail, where every change stands with its value before and after.</summary>
public static class LoanHistory
{
    /// <summary>Loans whose closing day was changed since an instant, each with the day it had then.</summary>
    /// <param name="unit">The unit of work.</param>
    /// <param name="since">The instant.</param>
    /// <param name="most">Most loans read.</param>
    /// <param name="ct">Cancels the reading.</param>
    public static async Task<IReadOnlyDictionary<Guid, DateOnly>> ClosingDaysBeforeAsync(this CrmUnit unit, DateTimeOffset since, int most, CancellationToken ct) =>
        await unit.Db.Database.SqlQuery<ClosingDay>($"""
            select distinct on (entity_id) entity_id as "LoanId", (before ->> 'ClosingOn')::date as "Day"
            from audit_entries
            where entity_type = 'loans' and action = 'Update' and at >= {since} and before ->> 'ClosingOn' is not null
            order by entity_id, at, id
            limit {most}
            """).ToDictionaryAsync(was => was.LoanId, was => was.Day, ct);

    private sealed record ClosingDay(Guid LoanId, DateOnly Day);
}

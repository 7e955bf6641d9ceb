using CrmStudio.Domain.Loans.Updates;
using CrmStudio.Domain.Loans.Watch;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.Infrastructure.Loans;

/// <summary>Finds the mail about a loan to send next.</summary>
public static class DueUpdates
{
    /// <summary>
    /// The status update whose wait is over first, or that was begun and never noted; locked for this unit, and passed over by nodes that
    /// look at the same time. Null when none is due.
    /// </summary>
    /// <param name="unit">The unit.</param>
    /// <param name="lostSince">An update begun before this and not noted since is lost.</param>
    /// <param name="ct">Cancels the read.</param>
    public static Task<LoanUpdate?> NextUpdateAsync(this CrmUnit unit, DateTimeOffset lostSince, CancellationToken ct) => unit.Db.LoanUpdates
        .FromSql($"select *, xmin from loan_updates where (state = 'Waiting' and due_at <= {unit.At}) or (state = 'Sending' and due_at <= {lostSince}) order by due_at, id limit 1 for update skip locked")
        .SingleOrDefaultAsync(ct);

    /// <summary>Likewise the message about refinancing to send next.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="lostSince">A message begun before this and not noted since is lost.</param>
    /// <param name="ct">Cancels the read.</param>
    public static Task<WatchMessage?> NextWatchMessageAsync(this CrmUnit unit, DateTimeOffset lostSince, CancellationToken ct) => unit.Db.WatchMessages
        .FromSql($"select *, xmin from watch_messages where (state = 'Waiting' and due_at <= {unit.At}) or (state = 'Sending' and due_at <= {lostSince}) order by due_at, id limit 1 for update skip locked")
        .SingleOrDefaultAsync(ct);
}

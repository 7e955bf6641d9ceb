using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Locks;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Locks.Queries;

/// <summary>What waits at the lock desk, oldest first, and which locks end soon or have ended.</summary>
public sealed class LockDeskQuery(CrmWork work, CurrentMember me)
{
    /// <summary>Days ahead that are soon.</summary>
    public const int SoonDays = 5;

    /// <summary>Rows of each kind at most.</summary>
    public const int Limit = 200;

    public async Task<Outcome<LockDeskView>> ReadAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.locks.desk", LockPermissions.Desk, ct);
        if (unit.Refused is { } refused) return refused;

        var (db, today) = (unit.Db, me.DayOf(unit.At));
        var loans = db.Loans.AsNoTracking().VisibleTo(me, LockPermissions.Desk).StillOpen().Where(loan => loan.FundedOn == null);
        var asked = await db.RateLocks.AsNoTracking().Where(one => one.ClosedAt == null && (one.Status == LockStatus.Requested || one.MoreDays != null))
            .Join(loans, one => one.LoanId, loan => loan.Id, (one, loan) => new { one, loan.BorrowerName, loan.Number, loan.OfficerId, loan.ClosingOn })
            .OrderBy(row => row.one.MoreAskedAt ?? row.one.RequestedAt).Take(Limit).ToListAsync(ct);
        var until = today.AddDays(SoonDays);
        var ending = await loans.Where(loan => loan.LockExpiresOn <= until && (loan.LockStatus == LockStatus.Locked || loan.LockStatus == LockStatus.Extended || loan.LockStatus == LockStatus.Relocked || loan.LockStatus == LockStatus.Expired))
            .OrderBy(loan => loan.LockExpiresOn).ThenBy(loan => loan.Id).Take(Limit)
            .Select(loan => new { loan.Id, loan.BorrowerName, loan.Number, loan.OfficerId, loan.LockExpiresOn, loan.ClosingOn }).ToListAsync(ct);
        var members = asked.SelectMany(row => new[] { row.OfficerId, row.one.RequestedBy, row.one.MoreAskedBy }).Concat(ending.Select(row => row.OfficerId)).OfType<Guid>().Distinct().ToArray();
        var names = await db.Members.Where(member => members.Contains(member.Id)).ToDictionaryAsync(member => member.Id, member => member.FirstName + " " + member.LastName, ct);
        return new LockDeskView(
            today,
            asked.ConvertAll(row => new LockDeskAsk(
                row.one.LoanId, row.BorrowerName, row.Number, Name(row.OfficerId), Name(row.one.MoreAskedBy ?? row.one.RequestedBy) ?? "CrmStudio", row.one.MoreAskedAt ?? row.one.RequestedAt,
                new LockTerms(row.one.Product, row.one.Rate, row.one.Points, row.one.Days), row.one.IsRelock, row.one.MoreDays, row.one.MoreReason ?? row.one.Note, row.one.ExpiresOn, row.ClosingOn)),
            ending.ConvertAll(row => new LockDeskEnd(row.Id, row.BorrowerName, row.Number, Name(row.OfficerId), row.LockExpiresOn!.Value, row.LockExpiresOn.Value.DayNumber - today.DayNumber, row.ClosingOn)));

        string? Name(Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
    }
}

/// <summary>The lock desk.</summary>
/// <param name="Asks">What waits for an answer, oldest first.</param>
/// <param name="Ends">Locks that end soon or have ended.</param>
public sealed record LockDeskView(DateOnly Today, IReadOnlyList<LockDeskAsk> Asks, IReadOnlyList<LockDeskEnd> Ends);

/// <summary>A request. <see cref="MoreDays"/> is null where a lock is asked for.</summary>
public sealed record LockDeskAsk(
    Guid LoanId, string Borrower, string Number, string? Officer, string AskedBy, DateTimeOffset At, LockTerms Terms, bool IsRelock, int? MoreDays, string? Note, DateOnly? ExpiresOn, DateOnly? ClosingOn);

/// <summary>A lock at its end.</summary>
public sealed record LockDeskEnd(Guid LoanId, string Borrower, string Number, string? Officer, DateOnly ExpiresOn, int DaysLeft, DateOnly? ClosingOn);

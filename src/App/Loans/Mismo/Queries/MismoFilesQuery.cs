using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Mismo.Queries;

/// <summary>The latest MISMO files of a member.</summary>
public sealed class MismoFilesQuery(CrmWork work, CurrentMember me)
{
    /// <summary>Files shown.</summary>
    public const int Latest = 20;

    public async Task<Outcome<IReadOnlyList<MismoFileLine>>> ReadAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.mismo.list", LoanPermissions.Import, ct);
        if (unit.Refused is { } refused) return refused;
        if (!me.SeesAmounts()) return Refusal.NotAllowed;

        var memberId = me.Id;
        var loans = unit.Db.Loans.VisibleTo(me, LoanPermissions.Read);
        return await unit.Db.MismoFiles.AsNoTracking().Where(file => file.ReceivedBy == memberId).OrderByDescending(file => file.ReceivedAt).Take(Latest)
            .Select(file => new MismoFileLine(
                file.Id, file.FileName, file.Size, file.ReceivedAt, file.RefusedFor, loans.Where(loan => loan.Id == file.LoanId).Select(loan => (Guid?)loan.Id).FirstOrDefault(),
                loans.Where(loan => loan.Id == file.LoanId).Select(loan => loan.Number).FirstOrDefault(), file.LoanId != null))
            .ToListAsync(ct);
    }
}

/// <summary>One file in the list.</summary>
/// <param name="RefusedFor">Why it was not read.</param>
/// <param name="LoanId">The loan it was written to, when this member sees it.</param>
/// <param name="IsSaved">Whether it was written to a loan.</param>
public sealed record MismoFileLine(Guid Id, string FileName, long Size, DateTimeOffset At, string? RefusedFor, Guid? LoanId, string? LoanNumber, bool IsSaved);

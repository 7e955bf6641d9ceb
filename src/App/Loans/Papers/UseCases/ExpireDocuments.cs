using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Papers.UseCases;

/// <summary>Lets accepted documents of open loans expire whose last good day is past.</summary>
public sealed class ExpireDocuments(CrmWork work, CurrentMember me)
{
    private const int AtOnce = 200;

    /// <returns>How many expired.</returns>
    public async Task<Outcome<int>> RunAsync(CancellationToken ct)
    {
        var expired = 0;
        while (true)
        {
            await using var unit = await work.BeginAsync("loans.papers.expire", PaperPermissions.Review, ct);
            if (unit.Refused is { } refused) return refused;
            var today = me.DayOf(unit.At);
            var past = await unit.Db.DocumentRequests
                .Where(request => request.Status == DocumentStatus.Accepted && request.ExpiresOn < today)
                .Where(request => unit.Db.Loans.Any(loan => loan.Id == request.LoanId && loan.EndedAt == null && loan.FundedOn == null))
                .OrderBy(request => request.ExpiresOn).Take(AtOnce).ToListAsync(ct);
            if (past.Count == 0) return expired;
            expired += past.Count(request => request.ExpireWhenPast(today, unit.At));
            var saved = await unit.SaveAsync(ct);
            if (!saved.IsDone) return saved.Refusal;
        }
    }
}

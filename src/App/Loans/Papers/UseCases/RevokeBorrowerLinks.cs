using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Papers.UseCases;

/// <summary>Makes all links of a loan dead, at once. There is no way back: a link that was revoked may be in wrong hands.</summary>
public sealed class RevokeBorrowerLinks(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid LoanId);

    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.papers.revoke-links", PaperPermissions.Request, ct);
        if (unit.Refused is { } refused) return refused;
        var loan = await unit.Db.Loans.AsNoTracking().VisibleTo(me, PaperPermissions.Request).SingleOrDefaultAsync(one => one.Id == input.LoanId, ct);
        if (loan is null) return Refusal.NotFound;

        foreach (var link in await unit.Db.BorrowerLinks.Where(link => link.LoanId == loan.Id && link.RevokedAt == null).ToListAsync(ct)) link.Revoke(me.Id, unit.At);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed($"The links of {loan.BorrowerName} open nothing any more", null) : saved.Refusal;
    }
}

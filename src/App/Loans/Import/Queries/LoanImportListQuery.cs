using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Import.Queries;

/// <summary>The latest imports a member may reach.</summary>
public sealed class LoanImportListQuery(CrmWork work, CurrentMember me)
{
    /// <summary>Imports shown.</summary>
    public const int Latest = 20;

    public async Task<Outcome<IReadOnlyList<LoanImportLine>>> ReadAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.import.list", LoanPermissions.Import, ct);
        if (unit.Refused is { } refused) return refused;

        var (memberId, all) = (me.Id, me.ScopeOf(LoanPermissions.Import) == Scope.Organization);
        return await unit.Db.LoanImports.AsNoTracking().Where(import => all || import.MemberId == memberId)
            .OrderByDescending(import => import.CreatedAt).Take(Latest)
            .Select(import => new LoanImportLine(
                import.Id, import.FileName, import.Status, import.RowCount, import.CreatedAt,
                unit.Db.Members.Where(member => member.Id == import.MemberId).Select(member => member.FirstName + " " + member.LastName).First()))
            .ToListAsync(ct);
    }
}

/// <summary>One import in the list.</summary>
public sealed record LoanImportLine(Guid Id, string FileName, LoanImportStatus Status, int RowCount, DateTimeOffset At, string Member);

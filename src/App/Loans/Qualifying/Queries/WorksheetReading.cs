using CrmStudio.Domain.Loans.Qualifying;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Qualifying.Queries;

/// <summary>Reads the rows of a qualifying sheet within a unit.</summary>
internal static class WorksheetReading
{
    /// <summary>The rows of a loan; a sheet nobody began has facts that are not kept yet.</summary>
    public static async Task<WorksheetRows> RowsAsync(CrmUnit unit, Guid loanId, CancellationToken ct) => new(
        loanId,
        await unit.Db.LoanQualifications.SingleOrDefaultAsync(facts => facts.LoanId == loanId, ct) ?? new LoanQualification(loanId),
        await unit.Db.LoanIncomes.Where(row => row.LoanId == loanId).ToListAsync(ct),
        await unit.Db.LoanLiabilities.Where(row => row.LoanId == loanId).ToListAsync(ct),
        await unit.Db.LoanAssets.Where(row => row.LoanId == loanId).ToListAsync(ct));
}

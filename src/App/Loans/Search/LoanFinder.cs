using CrmStudio.App.Shell.Search;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Search;

/// <summary>Loans in the search: those the member may read.</summary>
public sealed class LoanFinder(CurrentMember me) : IFindRecords
{
    public string Heading => "Loans";

    public async Task<IReadOnlyList<FoundRecord>> FindAsync(CrmUnit unit, RecordMatches matches, int most, CancellationToken ct)
    {
        if (!me.May(LoanPermissions.Read)) return [];
        var db = unit.Db;
        var ids = await matches.VisibleAsync(LoanTables.Loans, [db.Loans.AsNoTracking().VisibleTo(me, LoanPermissions.Read)], most, ct);
        if (ids.Count == 0) return [];

        var rows = await db.Loans.AsNoTracking().Where(loan => ids.Contains(loan.Id))
            .Select(loan => new
            {
                loan.Id, loan.Number, loan.BorrowerName, loan.Product, loan.PropertyAddress, loan.PropertyCity,
                Stage = db.PipelineStages.Where(stage => stage.Id == loan.StageId).Select(stage => new { stage.Name, stage.Color }).Single(),
                Ending = db.PipelineEndings.Where(ending => ending.Id == loan.EndingId).Select(ending => ending.Name).FirstOrDefault(),
            })
            .ToDictionaryAsync(loan => loan.Id, ct);
        return
        [
            .. ids.Where(rows.ContainsKey).Select(id => rows[id]).OrderBy(loan => loan.Ending is not null).Select(loan => new FoundRecord(
                loan.Id, "board", loan.BorrowerName,
                string.Join(" · ", new[] { loan.Number, loan.Product, loan.PropertyAddress, loan.PropertyCity }.Where(part => !string.IsNullOrEmpty(part))),
                LoanUrls.For(loan.Id), loan.Ending ?? loan.Stage.Name, loan.Ending is null ? loan.Stage.Color : null)),
        ];
    }
}

using CrmStudio.App.Contacts.Tasks;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans;

/// <summary>Tasks about loans.</summary>
public sealed class LoanSubjects : ITaskSubjects
{
    public string Table => LoanTables.Loans;

    public IQueryable<Guid> LookedAfterBy(CrmDbContext db, Guid memberId) => db.Loans.Where(loan => loan.OfficerId == memberId).Select(loan => loan.Id);

    public async Task<IReadOnlyDictionary<Guid, TaskSubject>> NamesAsync(CrmDbContext db, CurrentMember me, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        await db.Loans.VisibleTo(me, LoanPermissions.Read).AsNoTracking().Where(loan => ids.Contains(loan.Id)).Select(loan => new { loan.Id, loan.BorrowerName })
            .ToDictionaryAsync(loan => loan.Id, loan => new TaskSubject(loan.BorrowerName, LoanUrls.For(loan.Id)), ct);
}

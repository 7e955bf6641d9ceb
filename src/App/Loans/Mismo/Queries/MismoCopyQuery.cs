using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Mismo;
using CrmStudio.Infrastructure.Platform.Auditing;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Mismo.Queries;

/// <summary>A file that was written to a loan, as it is kept: without what nobody may see. Every download stands in the audit trail.</summary>
public sealed class MismoCopyQuery(CrmWork work, CurrentMember me, MismoStore store)
{
    public async Task<Outcome<MismoDownload>> ReadAsync(Guid loanId, Guid fileId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.mismo.open", LoanPermissions.Export, ct);
        if (unit.Refused is { } refused) return refused;
        if (!me.SeesAmounts()) return Refusal.NotAllowed;

        var loans = unit.Db.Loans.VisibleTo(me, LoanPermissions.Export);
        if (await unit.Db.MismoFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == fileId && f.LoanId == loanId && loans.Any(loan => loan.Id == f.LoanId), ct) is not { } file) return Refusal.NotFound;
        if (await store.BytesAsync(file, ct) is not { } bytes) return MismoRefusals.FileMissing;

        unit.Read("mismo_files", file.Id, """{"file":"copy"}""");
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new MismoDownload($"{Path.GetFileNameWithoutExtension(file.FileName)}-copy.xml", bytes) : saved.Refusal;
    }
}

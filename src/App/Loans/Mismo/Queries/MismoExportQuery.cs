using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Mismo;
using CrmStudio.Infrastructure.Loans.Mismo;
using CrmStudio.Infrastructure.Platform.Auditing;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Mismo.Queries;

/// <summary>A loan as a MISMO 3.4 file. Every one stands in the audit trail.</summary>
public sealed class MismoExportQuery(CrmWork work, CurrentMember me)
{
    public async Task<Outcome<MismoDownload>> ReadAsync(Guid loanId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.mismo.export", LoanPermissions.Export, ct);
        if (unit.Refused is { } refused) return refused;
        if (!me.SeesAmounts()) return Refusal.NotAllowed;
        if (await unit.Db.Loans.AsNoTracking().VisibleTo(me, LoanPermissions.Export).SingleOrDefaultAsync(l => l.Id == loanId, ct) is not { } loan) return Refusal.NotFound;

        var content = new MemoryStream();
        await WriteAsync(unit, me, loan, content, new MismoLosses(), ct);
        content.Position = 0;
        unit.Read(LoanTables.Loans, loan.Id, """{"file":"MISMO 3.4"}""");
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new MismoDownload($"{string.Concat(loan.Number.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))}.xml", content) : saved.Refusal;
    }

    /// <summary>Writes a loan and notes what the file cannot say. At most sixty rows of a kind: it is held whole.</summary>
    internal static async Task WriteAsync(CrmUnit unit, CurrentMember me, Loan loan, Stream into, MismoLosses losses, CancellationToken ct)
    {
        var application = (await MismoOfLoan.ReadAsync(unit, loan, ct)).Application;
        var officer = await unit.Db.Members.AsNoTracking().SingleOrDefaultAsync(member => member.Id == loan.OfficerId, ct);
        if (application.Hmda.NmlsrId is null && officer?.NmlsId is { Length: <= 12 } nmls && nmls.All(char.IsAsciiDigit)) application = application with { Hmda = application.Hmda with { NmlsrId = nmls } };
        MismoWriter.Write(into, application, new MismoHead(unit.At, me.Authority.OrgName, officer?.Name), losses);
    }
}

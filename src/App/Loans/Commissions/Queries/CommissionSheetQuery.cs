using System.Globalization;
using CrmStudio.App.Access;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Commissions;
using CrmStudio.Infrastructure.Loans;
using CrmStudio.Infrastructure.Platform.Auditing;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Commissions.Queries;

/// <summary>The disbursement sheet of a loan, with the shares its reader may see. Every download stands in the audit trail.</summary>
public sealed class CommissionSheetQuery(CrmWork work, CurrentMember me, LetterPapers papers)
{
    public async Task<Outcome<CommissionSheetFile>> ReadAsync(Guid loanId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.commissions.sheet", CommissionPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var db = unit.Db;
        var loan = await db.Loans.AsNoTracking().VisibleTo(me, CommissionPermissions.Read).SingleOrDefaultAsync(l => l.Id == loanId, ct);
        var commission = loan is null ? null : await db.Commissions.AsNoTracking().Include(c => c.Lines).SingleOrDefaultAsync(c => c.LoanId == loanId, ct);
        if (commission is null) return Refusal.NotFound;
        var names = await db.Members.AsNoTracking().ToDictionaryAsync(member => member.Id, member => member.FirstName + " " + member.LastName, ct);
        var paper = await papers.OfAsync(unit, ct);

        var seesAll = LoanCommissionQuery.SeesAll(me);
        var settled = commission is { SettledAt: { } at, SettledBy: { } by } ? string.Create(CultureInfo.GetCultureInfo("en-US"), $"Settled by {names[by]} on {me.DayOf(at):MMMM d, yyyy}.") : null;
        var sheet = new CommissionSheet(
            paper, loan!.Number, loan.BorrowerName, names[commission.OfficerId], commission.PlanName, commission.FundedOn, commission.Amount, commission.Gross, commission.Steps,
            [.. commission.Lines.OrderBy(line => line.Position).Where(line => seesAll || line.MemberId == me.Id)
                .Select(line => new CommissionSheetPart(line.MemberId is { } member ? names[member] : paper.Name, CommissionWords.Of(line.Payee), line.Percent, line.Amount))],
            seesAll, commission.SettledAt ?? commission.ComputedAt, settled);

        unit.Read("commissions", commission.Id, $$"""{"loan":"{{loanId}}","whole":{{(seesAll ? "true" : "false")}}}""");
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new CommissionSheetFile($"Commission {loan.Number}.pdf", CommissionSheetPdf.Make(sheet).Content) : saved.Refusal;
    }
}

/// <summary>A disbursement sheet.</summary>
public sealed record CommissionSheetFile(string Name, byte[] Content);

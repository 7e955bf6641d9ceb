using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Papers.UseCases;

/// <summary>Has the borrower told now of all that waits for them, with a fresh link, instead of when changes have gathered. Quiet hours stand.</summary>
public sealed class TellBorrower(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid LoanId);

    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.papers.tell-borrower", PaperPermissions.Request, ct);
        if (unit.Refused is { } refused) return refused;
        var db = unit.Db;
        var loan = await db.Loans.AsNoTracking().VisibleTo(me, PaperPermissions.Request).SingleOrDefaultAsync(one => one.Id == input.LoanId, ct);
        if (loan is null) return Refusal.NotFound;
        if (!loan.IsOpen) return PaperRefusals.LoanHasEnded;
        if (await BorrowerAddress.OfAsync(unit, loan.Id, ct) is null) return PaperRefusals.NoBorrowerEmail;
        var waits = await db.DocumentRequests.Where(request => request.LoanId == loan.Id && request.FromBorrower).ToListAsync(ct);
        if (!waits.Any(request => request.IsAwaited)) return PaperRefusals.NothingToTell;

        var due = QuietHours.NextAllowed(unit.At, TimeZoneInfo.FindSystemTimeZoneById(me.Authority.OrgTimeZone));
        if (await db.BorrowerNotices.SingleOrDefaultAsync(notice => notice.LoanId == loan.Id && notice.Status == NoticeStatus.Planned, ct) is { } planned) planned.Hurry(due, isReminder: true);
        else db.BorrowerNotices.Add(new BorrowerNotice(loan.Id, due, isReminder: true));
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(due == unit.At ? $"A mail to {loan.BorrowerName} is on its way" : $"{loan.BorrowerName} gets a mail in the morning", null) : saved.Refusal;
    }
}

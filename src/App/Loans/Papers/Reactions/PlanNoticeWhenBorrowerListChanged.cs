using CrmStudio.Domain.Access;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Infrastructure.Platform.Outbox;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Papers.Reactions;

/// <summary>Plans one mail to the borrower for whatever changes in the next minutes. While one is planned, further changes go with it.</summary>
public sealed class PlanNoticeWhenBorrowerListChanged(CurrentMember me) : IReaction<BorrowerListChanged>
{
    public async Task RunAsync(BorrowerListChanged happened, CrmUnit unit, CancellationToken ct)
    {
        if (await unit.Db.BorrowerNotices.AnyAsync(notice => notice.LoanId == happened.LoanId && notice.Status == NoticeStatus.Planned, ct)) return;
        // The document may have been taken off the list again, with its loan or alone: then there is nobody to tell.
        if (!await unit.Db.Loans.AnyAsync(loan => loan.Id == happened.LoanId && loan.EndedAt == null, ct)) return;
        var due = QuietHours.NextAllowed(happened.At + BorrowerNotice.Gathering, TimeZoneInfo.FindSystemTimeZoneById(me.Authority.OrgTimeZone));
        unit.Db.BorrowerNotices.Add(new BorrowerNotice(happened.LoanId, due, isReminder: false));
    }
}

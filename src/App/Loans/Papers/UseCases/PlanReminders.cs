using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Papers.UseCases;

/// <summary>
/// Plans reminders for borrowers who were told of a required document some days ago and whose day is near or past. Nobody is reminded
/// of what is voluntary, and nobody for ever.
/// </summary>
public sealed class PlanReminders(CrmWork work, CurrentMember me)
{
    /// <summary>Days between two mails about the same.</summary>
    public const int EveryDays = 3;

    /// <summary>How long before the due day reminding begins.</summary>
    public const int DaysBefore = 2;

    /// <summary>Mails about one document, the first included; then it is the officer's turn to call.</summary>
    public const int Most = 5;

    /// <returns>How many were planned.</returns>
    public async Task<Outcome<int>> RunAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.papers.plan-reminders", PaperPermissions.Request, ct);
        if (unit.Refused is { } refused) return refused;

        var db = unit.Db;
        var (toldBefore, near) = (unit.At.AddDays(-EveryDays), me.DayOf(unit.At).AddDays(DaysBefore));
        var loans = await db.DocumentRequests
            .Where(request => request.FromBorrower && request.IsRequired && request.DueOn <= near)
            .Where(request => request.Status == DocumentStatus.Requested || request.Status == DocumentStatus.Rejected || request.Status == DocumentStatus.Expired)
            .Where(request => request.ToldAt < toldBefore && request.ToldTimes < Most)
            .Where(request => db.Loans.Any(loan => loan.Id == request.LoanId && loan.EndedAt == null && loan.FundedOn == null))
            .Where(request => !db.BorrowerNotices.Any(notice => notice.LoanId == request.LoanId && (notice.Status == NoticeStatus.Planned || notice.Status == NoticeStatus.Sending)))
            .Select(request => request.LoanId).Distinct().ToListAsync(ct);
        if (loans.Count == 0) return 0;

        var due = QuietHours.NextAllowed(unit.At, TimeZoneInfo.FindSystemTimeZoneById(me.Authority.OrgTimeZone));
        foreach (var loanId in loans) db.BorrowerNotices.Add(new BorrowerNotice(loanId, due, isReminder: true));
        // A broken unique rule: another node planned one of them this moment. The next look plans the rest.
        var saved = await unit.SaveAsync(ct, duplicate: _ => Refusal.ChangedMeanwhile);
        return saved.IsDone ? loans.Count : saved.Refusal;
    }
}

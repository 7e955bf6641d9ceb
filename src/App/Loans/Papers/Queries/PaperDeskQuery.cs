using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Papers.Queries;

/// <summary>Documents and conditions of open loans that wait for somebody: what a processor works down.</summary>
public sealed class PaperDeskQuery(CrmWork work, CurrentMember me)
{
    /// <summary>Most lines of each sort.</summary>
    public const int MostLines = 200;

    /// <summary>How many days ahead counts as soon.</summary>
    public const int SoonDays = 7;

    /// <param name="onlyMine">Only loans the member is officer or processor of.</param>
    /// <param name="ct">Cancels the reading.</param>
    public async Task<Outcome<PaperDeskView>> ReadAsync(bool onlyMine, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.papers.desk", PaperPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;
        var db = unit.Db;
        var (today, soon, myId) = (me.DayOf(unit.At), me.DayOf(unit.At).AddDays(SoonDays), me.Id);
        var loans = db.Loans.AsNoTracking().VisibleTo(me, PaperPermissions.Read).StillOpen().Where(loan => loan.FundedOn == null);
        if (onlyMine) loans = loans.Where(loan => loan.OfficerId == myId || loan.ProcessorId == myId);

        IQueryable<DeskLine> Lines(IQueryable<DocumentRequest> requests) => requests.Join(loans, request => request.LoanId, loan => loan.Id, (request, loan) => new DeskLine(
            request.Id, loan.Id, loan.BorrowerName, request.Name, request.Status, request.StatusSince, request.DueOn, request.ExpiresOn, request.Rejection, request.Reason, request.ToldTimes, loan.OfficerId, loan.ProcessorId));

        var requests = db.DocumentRequests.AsNoTracking();
        var awaited = requests.Where(request => request.Status == DocumentStatus.Requested || request.Status == DocumentStatus.Rejected || request.Status == DocumentStatus.Expired);
        var review = await Lines(requests.Where(request => request.Status == DocumentStatus.Uploaded || request.Status == DocumentStatus.InReview).OrderBy(request => request.StatusSince)).Take(MostLines).ToListAsync(ct);
        var late = await Lines(awaited.Where(request => request.DueOn < today).OrderBy(request => request.DueOn)).Take(MostLines).ToListAsync(ct);
        var due = await Lines(awaited.Where(request => request.DueOn >= today && request.DueOn <= soon).OrderBy(request => request.DueOn)).Take(MostLines).ToListAsync(ct);
        var expiring = await Lines(requests.Where(request => request.Status == DocumentStatus.Accepted && request.ExpiresOn <= soon).OrderBy(request => request.ExpiresOn)).Take(MostLines).ToListAsync(ct);
        var conditions = await db.LoanConditions.AsNoTracking().Where(condition => condition.SettledAt == null)
            .OrderBy(condition => condition.DueOn == null).ThenBy(condition => condition.DueOn).ThenBy(condition => condition.OpenedAt)
            .Join(loans, condition => condition.LoanId, loan => loan.Id, (condition, loan) => new DeskCondition(
                condition.Id, loan.Id, loan.BorrowerName, condition.Category, condition.Text, condition.Status, condition.OpenedAt, condition.DueOn, loan.OfficerId, loan.ProcessorId))
            .Take(MostLines).ToListAsync(ct);
        var names = await db.Members.AsNoTracking().ToDictionaryAsync(member => member.Id, member => member.FirstName + " " + member.LastName, ct);
        return new PaperDeskView(today, unit.At, review, late, due, expiring, conditions, names);
    }
}

/// <summary>What waits.</summary>
public sealed record PaperDeskView(
    DateOnly Today, DateTimeOffset At, IReadOnlyList<DeskLine> ToReview, IReadOnlyList<DeskLine> Overdue, IReadOnlyList<DeskLine> DueSoon, IReadOnlyList<DeskLine> Expiring, IReadOnlyList<DeskCondition> Conditions,
    IReadOnlyDictionary<Guid, string> Names);

/// <summary>A document that waits.</summary>
public sealed record DeskLine(
    Guid RequestId, Guid LoanId, string Borrower, string Name, DocumentStatus Status, DateTimeOffset Since, DateOnly? DueOn, DateOnly? ExpiresOn, RejectionCode? Rejection, string? Reason, int ToldTimes, Guid? OfficerId, Guid? ProcessorId);

/// <summary>A condition that waits.</summary>
public sealed record DeskCondition(
    Guid ConditionId, Guid LoanId, string Borrower, ConditionCategory Category, string Text, ConditionStatus Status, DateTimeOffset OpenedAt, DateOnly? DueOn, Guid? OfficerId, Guid? ProcessorId);

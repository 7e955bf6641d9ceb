using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Papers.Queries;

/// <summary>The conditions of a loan, with the documents that meet them.</summary>
public sealed class LoanConditionsQuery(CrmWork work, CurrentMember me)
{
    public async Task<Outcome<LoanConditions>> ReadAsync(Guid loanId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.conditions.read", PaperPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;
        var db = unit.Db;
        var loan = await db.Loans.AsNoTracking().VisibleTo(me, PaperPermissions.Read).SingleOrDefaultAsync(one => one.Id == loanId, ct);
        if (loan is null) return Refusal.NotFound;

        var conditions = await db.LoanConditions.AsNoTracking().Where(condition => condition.LoanId == loanId).OrderBy(condition => condition.Number).ToListAsync(ct);
        var requests = await db.DocumentRequests.AsNoTracking().Where(request => request.LoanId == loanId).OrderBy(request => request.Position).Select(request => new ConditionPaper(request.Id, request.Name, request.Status)).ToListAsync(ct);
        var links = await db.LoanConditionDocuments.AsNoTracking().Where(link => db.LoanConditions.Any(condition => condition.Id == link.ConditionId && condition.LoanId == loanId))
            .Select(link => new { link.ConditionId, link.RequestId }).ToListAsync(ct);
        var names = await db.Members.AsNoTracking().ToDictionaryAsync(member => member.Id, member => member.FirstName + " " + member.LastName, ct);

        var today = me.DayOf(unit.At);
        var ofCondition = links.ToLookup(link => link.ConditionId, link => link.RequestId);
        return new LoanConditions(
            loanId, today, loan.IsOpen,
            [.. conditions.Select(condition => new ConditionLine(
                condition.Id, condition.Version, condition.Number, condition.Category, condition.Text, condition.DueOn, condition.Status, condition.StatusSince, names.GetValueOrDefault(condition.StatusBy, "CrmStudio"), condition.Reason,
                condition.OpenedAt, names.GetValueOrDefault(condition.OpenedBy, "CrmStudio"), condition.AgeInDays(unit.At), condition.IsSettled, condition.IsOverdue(today),
                [.. requests.Where(request => ofCondition[condition.Id].Contains(request.Id))]))],
            requests, me.May(PaperPermissions.Conditions), me.May(PaperPermissions.Waive), me.May(PaperPermissions.Request));
    }
}

/// <summary>The conditions as one member may see them.</summary>
public sealed record LoanConditions(
    Guid LoanId, DateOnly Today, bool IsOpen, IReadOnlyList<ConditionLine> Lines, IReadOnlyList<ConditionPaper> Papers, bool MayWork, bool MayWaive, bool MayRequest)
{
    /// <summary>Those that are not settled.</summary>
    public int Open => Lines.Count(line => !line.IsSettled);
}

/// <summary>A condition.</summary>
public sealed record ConditionLine(
    Guid Id, uint Version, int Number, ConditionCategory Category, string Text, DateOnly? DueOn, ConditionStatus Status, DateTimeOffset StatusSince, string StatusBy, string? Reason,
    DateTimeOffset OpenedAt, string OpenedBy, int AgeInDays, bool IsSettled, bool IsOverdue, IReadOnlyList<ConditionPaper> Papers);

/// <summary>A document that meets a condition, or could.</summary>
public sealed record ConditionPaper(Guid Id, string Name, DocumentStatus Status);

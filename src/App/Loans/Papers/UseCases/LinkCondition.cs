using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Papers;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Papers.UseCases;

/// <summary>Says which documents of the loan meet a condition.</summary>
public sealed class LinkCondition(ConditionDesk desk)
{
    /// <param name="RequestIds">All documents that shall be linked; the others are not any more.</param>
    public sealed record Input(Guid ConditionId, IReadOnlyCollection<Guid> RequestIds);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var open = await desk.OpenAsync("loans.conditions.link", PaperPermissions.Conditions, input.ConditionId, ct);
        if (open.Refused is { } refused) return refused;

        var db = open.Unit.Db;
        var wanted = input.RequestIds.ToHashSet();
        var known = await db.DocumentRequests.Where(request => request.LoanId == open.Loan.Id && wanted.Contains(request.Id)).Select(request => request.Id).ToListAsync(ct);
        if (known.Count != wanted.Count) return Refusal.NotFound;
        var links = await db.LoanConditionDocuments.Where(link => link.ConditionId == open.Condition.Id).ToListAsync(ct);
        db.LoanConditionDocuments.RemoveRange(links.Where(link => !wanted.Contains(link.RequestId)));
        db.LoanConditionDocuments.AddRange(wanted.Except(links.Select(link => link.RequestId)).Select(requestId => new LoanConditionDocument(open.Condition.Id, requestId)));
        return await open.SaveAsync($"Linked condition {open.Condition.Number} of {open.Loan.BorrowerName} with {PaperWords.Count(wanted.Count, "document")}", ct);
    }
}

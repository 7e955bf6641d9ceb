using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Papers.UseCases;

/// <summary>Asks for documents of a loan: one in own words, or several at once.</summary>
public sealed class RequestDocuments(CrmWork work, CurrentMember me)
{
    /// <param name="ConditionId">A condition the documents help to meet; it becomes requested.</param>
    public sealed record Input(Guid LoanId, IReadOnlyList<DocumentNeed> Needs, Guid? ConditionId = null);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.papers.request", PaperPermissions.Request, ct);
        if (unit.Refused is { } refused) return refused;

        var loan = await unit.Db.Loans.AsNoTracking().VisibleTo(me, PaperPermissions.Request).SingleOrDefaultAsync(one => one.Id == input.LoanId, ct);
        if (loan is null) return Refusal.NotFound;
        if (!loan.IsOpen) return PaperRefusals.LoanHasEnded;
        if (input.Needs.Count == 0) return PaperRefusals.NameNeeded;
        var positions = await unit.Db.DocumentRequests.Where(request => request.LoanId == loan.Id).Select(request => request.Position).ToListAsync(ct);
        if (positions.Count + input.Needs.Count > DocumentRequest.MostOnLoan) return PaperRefusals.TooManyRequests(DocumentRequest.MostOnLoan);

        var condition = input.ConditionId is { } conditionId ? await unit.Db.LoanConditions.SingleOrDefaultAsync(one => one.Id == conditionId && one.LoanId == loan.Id, ct) : null;
        if (input.ConditionId is not null && condition is null) return Refusal.NotFound;

        var position = positions.DefaultIfEmpty(0).Max();
        foreach (var need in input.Needs)
        {
            var asked = DocumentRequest.Ask(loan.Id, need, loan.EstimateSentOn is not null, ++position, me.Id, unit.At);
            if (!asked.IsDone) return asked.Refusal;
            unit.Db.DocumentRequests.Add(asked.Value);
            if (condition is not null) unit.Db.LoanConditionDocuments.Add(new LoanConditionDocument(condition.Id, asked.Value.Id));
        }
        if (condition is { Status: ConditionStatus.Open or ConditionStatus.Rejected }) condition.MoveTo(ConditionStatus.Requested, null, me.Id, unit.At);

        var summary = input.Needs.Count == 1 ? $"Asked {loan.BorrowerName} for {input.Needs[0].Name.Trim()}" : $"Asked {loan.BorrowerName} for {input.Needs.Count} documents";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Clocks.UseCases;

/// <summary>Plans the closing of a loan for a day, or says which rule stands in the way.</summary>
public sealed class PlanClosing(CrmWork work, LoanGates gates, CurrentMember me)
{
    /// <param name="Was">The day that was shown when this one was chosen; another one meanwhile refuses.</param>
    public sealed record Input(Guid LoanId, DateOnly? Was, DateOnly ClosingOn);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.plan-closing", LoanPermissions.Edit, ct);
        if (unit.Refused is { } refused) return refused;

        var loan = await unit.Db.Loans.VisibleTo(me, LoanPermissions.Edit).SingleOrDefaultAsync(l => l.Id == input.LoanId, ct);
        if (loan is null) return Refusal.NotFound;
        if (loan.ClosingOn != input.Was) return Refusal.ChangedMeanwhile;
        var gate = await gates.OpenAsync(unit, [loan], ct);
        if (gate.Closing(loan, input.ClosingOn) is { } barred) return await gate.RefuseAsync(barred, ct);
        loan.CloseOn(input.ClosingOn);

        var summary = $"Planned the closing of {loan.BorrowerName} for {LoanWords.Day(input.ClosingOn, me.DayOf(unit.At))}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

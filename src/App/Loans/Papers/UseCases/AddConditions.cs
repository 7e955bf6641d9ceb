using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Papers.UseCases;

/// <summary>Writes conditions down on a loan: one, or those read out of an approval letter.</summary>
public sealed class AddConditions(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid LoanId, IReadOnlyList<Line> Lines);

    /// <summary>One condition.</summary>
    public sealed record Line(ConditionCategory Category, string Text, DateOnly? DueOn = null);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.conditions.add", PaperPermissions.Conditions, ct);
        if (unit.Refused is { } refused) return refused;
        var loan = await unit.Db.Loans.AsNoTracking().VisibleTo(me, PaperPermissions.Conditions).SingleOrDefaultAsync(one => one.Id == input.LoanId, ct);
        if (loan is null) return Refusal.NotFound;
        if (!loan.IsOpen) return PaperRefusals.LoanHasEnded;
        if (input.Lines.Count == 0) return PaperRefusals.NoConditionsInText;
        var numbers = await unit.Db.LoanConditions.Where(condition => condition.LoanId == loan.Id).Select(condition => condition.Number).ToListAsync(ct);
        if (numbers.Count + input.Lines.Count > LoanCondition.MostOnLoan) return PaperRefusals.TooManyConditions(LoanCondition.MostOnLoan);

        var number = numbers.DefaultIfEmpty(0).Max();
        foreach (var line in input.Lines)
        {
            var opened = LoanCondition.Open(loan.Id, ++number, line.Category, line.Text, line.DueOn, me.Id, unit.At);
            if (!opened.IsDone) return opened.Refusal;
            unit.Db.LoanConditions.Add(opened.Value);
        }

        var summary = input.Lines.Count == 1 ? $"Added a condition to {loan.BorrowerName}" : $"Added {input.Lines.Count} conditions to {loan.BorrowerName}";
        unit.CanBeUndone(summary);
        // Two people who add at once would give the same number twice: the second is asked to try again.
        var saved = await unit.SaveAsync(ct, duplicate: _ => Refusal.ChangedMeanwhile);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

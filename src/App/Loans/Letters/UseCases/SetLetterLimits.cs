using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Letters;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Letters.UseCases;

/// <summary>Says what a borrower is pre-approved for at most. Letters that went out stay as they are.</summary>
public sealed class SetLetterLimits(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid LoanId, decimal MaxPrice, decimal MaxAmount, decimal MaxLtv, string? Programme, DateOnly ValidUntil);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.letters.limit", LetterPermissions.Write, ct);
        if (unit.Refused is { } refused) return refused;
        if (!me.SeesAmounts()) return Refusal.NotAllowed;

        var loan = await unit.Db.Loans.AsNoTracking().VisibleTo(me, LetterPermissions.Write).SingleOrDefaultAsync(l => l.Id == input.LoanId, ct);
        if (loan is null) return Refusal.NotFound;
        var limits = await unit.Db.LetterLimits.SingleOrDefaultAsync(l => l.LoanId == loan.Id, ct) ?? unit.Db.LetterLimits.Add(new LetterLimits(loan.Id)).Entity;
        if (limits.Set(input.MaxPrice, input.MaxAmount, input.MaxLtv, input.Programme, input.ValidUntil, me.DayOf(unit.At)) is { IsDone: false } wrong) return wrong.Refusal;

        var summary = $"Set the limits of letters for {loan.BorrowerName}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, duplicate: _ => Refusal.ChangedMeanwhile);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

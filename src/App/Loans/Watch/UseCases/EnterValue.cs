using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Watch;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Watch.UseCases;

/// <summary>Enters what the property of a funded loan is worth now, and compares the loan anew.</summary>
public sealed class EnterValue(CrmWork work, CurrentMember me, WatchDesk desk)
{
    public sealed record Input(Guid LoanId, decimal? Value, DateOnly? On, string? Source);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.watch.value", WatchPermissions.Work, ct);
        if (unit.Refused is { } refused) return refused;
        if (!me.SeesAmounts()) return Refusal.NotAllowed;

        var loan = await unit.Db.Loans.AsNoTracking().VisibleTo(me, WatchPermissions.Work).SingleOrDefaultAsync(l => l.Id == input.LoanId, ct);
        if (loan is null) return Refusal.NotFound;
        if (loan.FundedOn is null) return WatchRefusals.NotFunded;
        var watch = await unit.Db.LoanWatches.SingleOrDefaultAsync(w => w.LoanId == loan.Id, ct) ?? unit.Db.LoanWatches.Add(new LoanWatch(loan.Id)).Entity;
        if (watch.Enter(input.Value, input.On, input.Source, me.DayOf(unit.At)) is { IsDone: false } wrong) return wrong.Refusal;
        await desk.CompareAsync(unit, [loan], ct);

        var summary = $"Entered a value for {loan.BorrowerName}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, _ => Refusal.ChangedMeanwhile);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

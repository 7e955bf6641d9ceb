using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Clocks.UseCases;

/// <summary>Records what the consumer said or was told, where a clock listens to it.</summary>
public sealed class RecordNotice(CrmWork work, LoanClocks clocks, CurrentMember me)
{
    public sealed record Input(Guid LoanId, NoticeKind Kind, DateOnly On, string? Note);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.record-notice", LoanPermissions.Edit, ct);
        if (unit.Refused is { } refused) return refused;

        var loan = await unit.Db.Loans.AsNoTracking().VisibleTo(me, LoanPermissions.Edit).SingleOrDefaultAsync(l => l.Id == input.LoanId, ct);
        if (loan is null) return Refusal.NotFound;
        var recorded = LoanNotice.Record(loan.Id, input.Kind, input.On, input.Note, await clocks.ReadAsync(unit, loan, ct), me.DayOf(unit.At), by: me.Id);
        if (!recorded.IsDone) return recorded.Refusal;
        unit.Db.LoanNotices.Add(recorded.Value);

        var summary = $"Recorded for {loan.BorrowerName}: {ClockWords.Of(input.Kind)}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Infrastructure.Platform.Outbox;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Clocks.Reactions;

/// <summary>Makes, moves and finishes the tasks of a loan as its clock asks.</summary>
public sealed class KeepTasksWhenClockChanged(LoanClocks clocks) : IReaction<LoanClockChanged>, IReaction<LoanAdvanced>, IReaction<LoanEnded>, IReaction<LoanReopened>
{
    public Task RunAsync(LoanClockChanged happened, CrmUnit unit, CancellationToken ct) => KeepAsync(happened.LoanId, unit, ct);

    public Task RunAsync(LoanAdvanced happened, CrmUnit unit, CancellationToken ct) => KeepAsync(happened.LoanId, unit, ct);

    public Task RunAsync(LoanEnded happened, CrmUnit unit, CancellationToken ct) => KeepAsync(happened.LoanId, unit, ct);

    public Task RunAsync(LoanReopened happened, CrmUnit unit, CancellationToken ct) => KeepAsync(happened.LoanId, unit, ct);

    private async Task KeepAsync(Guid loanId, CrmUnit unit, CancellationToken ct)
    {
        if (await unit.Db.Loans.AsNoTracking().SingleOrDefaultAsync(l => l.Id == loanId, ct) is not { } loan) return;

        var known = await unit.Db.DueTasks.Where(task => task.EntityType == LoanTables.Loans && task.EntityId == loanId).ToListAsync(ct);
        if (loan is { ApplicationCompleteOn: null, EndingId: null } && known.Count == 0) return;
        unit.Db.DueTasks.AddRange(ClockTasks.Keep(await clocks.ReadAsync(unit, loan, ct), LoanTables.Loans, loan, known, unit.At));
    }
}

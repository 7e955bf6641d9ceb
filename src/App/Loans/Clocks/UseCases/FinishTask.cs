using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Clocks.UseCases;

/// <summary>Says that a task of a loan is done.</summary>
public sealed class FinishTask(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid TaskId);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.finish-task", LoanPermissions.Note, ct);
        if (unit.Refused is { } refused) return refused;

        var loans = unit.Db.Loans.VisibleTo(me, LoanPermissions.Note);
        var task = await unit.Db.DueTasks.SingleOrDefaultAsync(t => t.Id == input.TaskId && t.EntityType == LoanTables.Loans && loans.Any(loan => loan.Id == t.EntityId), ct);
        if (task is null) return Refusal.NotFound;
        if (task.IsOpen) task.Finish(me.Id, unit.At);

        var summary = $"Done: {task.Title}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

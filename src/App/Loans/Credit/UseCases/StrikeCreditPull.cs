using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Credit;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Credit.UseCases;

/// <summary>Strikes a credit pull that was written down in error: it counts nowhere any more and stays readable with the reason.</summary>
public sealed class StrikeCreditPull(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid PullId, string? Reason);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.credit.strike", CreditPermissions.Pull, ct);
        if (unit.Refused is { } refused) return refused;

        var loans = unit.Db.Loans.VisibleTo(me, CreditPermissions.Pull);
        var pull = await unit.Db.CreditPulls.SingleOrDefaultAsync(p => p.Id == input.PullId && loans.Any(loan => loan.Id == p.LoanId), ct);
        if (pull is null) return Refusal.NotFound;
        if (pull.Strike(input.Reason, me.Id, unit.At) is { IsDone: false } wrong) return wrong.Refusal;

        var summary = $"Struck the credit pull of {pull.PulledOn:yyyy-MM-dd}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Watch;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Watch.UseCases;

/// <summary>Holds back a message about refinancing that has not left, reviewed or not.</summary>
public sealed class HoldBackWatchMessage(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid MessageId);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.watch.hold-back", WatchPermissions.Work, ct);
        if (unit.Refused is { } refused) return refused;
        if (!me.SeesAmounts()) return Refusal.NotAllowed;

        var loans = unit.Db.Loans.VisibleTo(me, WatchPermissions.Work);
        var message = await unit.Db.WatchMessages.SingleOrDefaultAsync(m => m.Id == input.MessageId && loans.Any(loan => loan.Id == m.LoanId), ct);
        if (message is null) return Refusal.NotFound;
        if (message.Cancel(me.Id, "Held back") is { IsDone: false } wrong) return wrong.Refusal;

        var summary = $"Held back the message to {message.Address}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

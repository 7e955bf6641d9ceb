using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Clocks.UseCases;

/// <summary>Takes back a notice that was recorded by mistake.</summary>
public sealed class RemoveNotice(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid NoticeId);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.remove-notice", LoanPermissions.Edit, ct);
        if (unit.Refused is { } refused) return refused;

        var loans = unit.Db.Loans.VisibleTo(me, LoanPermissions.Edit);
        var notice = await unit.Db.LoanNotices.SingleOrDefaultAsync(n => n.Id == input.NoticeId && loans.Any(loan => loan.Id == n.LoanId), ct);
        if (notice is null) return Refusal.NotFound;
        notice.TakeBack();
        unit.Db.LoanNotices.Remove(notice);

        var summary = $"Took back: {ClockWords.Of(notice.Kind)}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

using CrmStudio.App.Loans.Views;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.UseCases;

/// <summary>Renames one of the member's own views, or gives it other filters.</summary>
public sealed class ChangeView(CrmWork work, CurrentMember me)
{
    /// <param name="Name">The new name; null keeps it.</param>
    /// <param name="View">What it shows from now on; null keeps it.</param>
    public sealed record Input(Guid ViewId, string? Name, LoanView? View);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.change-view", LoanPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var myId = me.Id;
        var view = await unit.Db.SavedViews.SingleOrDefaultAsync(one => one.Id == input.ViewId && one.OwnerId == myId && one.Place == LoanViews.Place, ct);
        if (view is null) return Refusal.NotFound;
        if (input.Name is { } name && view.Rename(name) is { IsDone: false } wrongName) return wrongName.Refusal;
        if (input.View is { } now && view.Show(now.ToQuery()) is { IsDone: false } wrongView) return wrongView.Refusal;

        var summary = $"Changed the view {view.Name}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

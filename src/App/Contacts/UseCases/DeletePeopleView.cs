using CrmStudio.App.Contacts.Views;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.UseCases;

/// <summary>Takes one of the member's own views of people away.</summary>
public sealed class DeletePeopleView(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid ViewId);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.delete-view", ContactPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;
        var myId = me.Id;
        var view = await unit.Db.SavedViews.SingleOrDefaultAsync(one => one.Id == input.ViewId && one.OwnerId == myId && one.Place == PeopleViews.Place, ct);
        if (view is null) return Refusal.NotFound;
        unit.Db.SavedViews.Remove(view);
        var summary = $"Deleted the view {view.Name}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

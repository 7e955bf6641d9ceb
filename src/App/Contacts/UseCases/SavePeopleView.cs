using CrmStudio.App.Contacts.Views;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.UseCases;

/// <summary>Keeps a view of the people under a name, for oneself or for everybody; or gives one of the member's own another name or other filters.</summary>
public sealed class SavePeopleView(CrmWork work, CurrentMember me)
{
    /// <param name="ViewId">The view to change; null for a new one.</param>
    /// <param name="Name">Its name; null keeps it.</param>
    /// <param name="View">What it shows; null keeps it.</param>
    /// <param name="IsShared">A new one for everybody, which takes the right to share views.</param>
    public sealed record Input(Guid? ViewId, string? Name, PeopleView? View, bool IsShared = false);

    /// <summary>The view, and the change for the toast's Undo.</summary>
    public sealed record Result(Guid ViewId, Changed Changed);

    public async Task<Outcome<Result>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.save-view", input.IsShared ? ContactPermissions.ShareViews : ContactPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var found = input.ViewId is { } id ? await FindAsync(unit, id, ct) : SavedView.Save(PeopleViews.Place, me.Id, input.Name ?? "", (input.View ?? PeopleView.Everybody).ToQuery(), input.IsShared);
        if (found.Value is not { } view) return found.Refusal!;
        if (input.ViewId is null) unit.Db.SavedViews.Add(view);
        else if (input.Name is { } name && view.Rename(name) is { IsDone: false } wrongName) return wrongName.Refusal;
        else if (input.View is { } now && view.Show(now.ToQuery()) is { IsDone: false } wrongView) return wrongView.Refusal;

        var summary = input.ViewId is null ? $"Saved the view {view.Name}" : $"Changed the view {view.Name}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Result(view.Id, new(summary, unit.UndoId)) : saved.Refusal;
    }

    private async Task<Outcome<SavedView>> FindAsync(CrmUnit unit, Guid id, CancellationToken ct)
    {
        var myId = me.Id;
        return await unit.Db.SavedViews.SingleOrDefaultAsync(view => view.Id == id && view.OwnerId == myId && view.Place == PeopleViews.Place, ct) is { } mine ? mine : Refusal.NotFound;
    }
}

using CrmStudio.App.Leads.Views;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Leads.UseCases;

/// <summary>Keeps a list of leads under a name, for oneself or for everybody.</summary>
public sealed class SaveLeadList(CrmWork work, CurrentMember me)
{
    /// <param name="IsShared">For everybody, which takes the right to share lists.</param>
    public sealed record Input(string Name, LeadView View, bool IsShared);

    /// <param name="ListId">The new list.</param>
    /// <param name="Changed">For the toast's Undo.</param>
    public sealed record Kept(Guid ListId, Changed Changed);

    public async Task<Outcome<Kept>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.save-list", input.IsShared ? LeadPermissions.ShareViews : LeadPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;
        var saved = SavedView.Save(LeadView.Place, me.Id, input.Name, input.View.ToQuery(), input.IsShared);
        if (saved.Value is not { } view) return saved.Refusal!;
        unit.Db.SavedViews.Add(view);
        var done = await unit.DoneAsync($"Saved the list {view.Name}", ct);
        return done.IsDone ? new Kept(view.Id, done.Value) : done.Refusal;
    }
}

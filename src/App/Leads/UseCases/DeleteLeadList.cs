using CrmStudio.App.Leads.Views;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.UseCases;

/// <summary>Takes one of the member's own lists away.</summary>
public sealed class DeleteLeadList(CrmWork work, CurrentMember me)
{
    public sealed record Input(Guid ListId);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("leads.delete-list", LeadPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;
        var myId = me.Id;
        var view = await unit.Db.SavedViews.SingleOrDefaultAsync(one => one.Id == input.ListId && one.OwnerId == myId && one.Place == LeadView.Place, ct);
        if (view is null) return Refusal.NotFound;
        unit.Db.SavedViews.Remove(view);
        return await unit.DoneAsync($"Deleted the list {view.Name}", ct);
    }
}

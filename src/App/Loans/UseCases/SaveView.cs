using CrmStudio.App.Loans.Views;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.UseCases;

/// <summary>Keeps a view of the loans under a name, for oneself or for everybody.</summary>
public sealed class SaveView(CrmWork work, CurrentMember me)
{
    /// <param name="IsShared">For everybody, which takes the right to share views.</param>
    /// <param name="IsDefault">The grid opens with it.</param>
    public sealed record Input(string Name, LoanView View, bool IsShared, bool IsDefault);

    /// <returns>The new view's id.</returns>
    public async Task<Outcome<Guid>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.save-view", input.IsShared ? LoanPermissions.ShareViews : LoanPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var saved = SavedView.Save(LoanViews.Place, me.Id, input.Name, input.View.ToQuery(), input.IsShared);
        if (!saved.IsDone) return saved.Refusal;
        if (input.IsDefault) await OpenFirstAsync(unit, saved.Value, ct);
        unit.Db.SavedViews.Add(saved.Value);
        var outcome = await unit.SaveAsync(ct);
        return outcome.IsDone ? saved.Value.Id : outcome.Refusal;
    }

    /// <summary>One default at a time: of a member, and of the organization.</summary>
    private async Task OpenFirstAsync(CrmUnit unit, SavedView view, CancellationToken ct)
    {
        var myId = me.Id;
        var others = await unit.Db.SavedViews.Where(other => other.Place == LoanViews.Place && other.IsDefault && other.IsShared == view.IsShared && (view.IsShared || other.OwnerId == myId)).ToListAsync(ct);
        foreach (var other in others) other.OpenFirst(false);
        view.OpenFirst(true);
    }
}

using CrmStudio.App.Contacts.Views;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Queries;

/// <summary>The views of people as tabs: built in, own and shared.</summary>
public sealed class PeopleViewsQuery(CrmWork work, CurrentMember me)
{
    public async Task<Outcome<IReadOnlyList<PeopleViewLine>>> ReadAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.views", ContactPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;
        var myId = me.Id;
        var saved = await unit.Db.SavedViews.AsNoTracking().Where(view => view.Place == PeopleViews.Place && (view.OwnerId == myId || view.IsShared))
            .OrderBy(view => view.IsShared).ThenBy(view => view.CreatedAt).ThenBy(view => view.Id).ToListAsync(ct);
        return new Outcome<IReadOnlyList<PeopleViewLine>>([.. PeopleViewLine.BuiltIn, .. saved.Select(view => new PeopleViewLine(view.Id, view.Name, PeopleView.Parse(view.Query), view.OwnerId == myId, view.IsShared))], null);
    }
}

/// <summary>A view as a tab.</summary>
public sealed record PeopleViewLine(Guid? Id, string Name, PeopleView View, bool IsMine, bool IsShared)
{
    /// <summary>Those everybody has.</summary>
    public static IReadOnlyList<PeopleViewLine> BuiltIn { get; } = [.. PeopleViews.BuiltIn.Select(view => new PeopleViewLine(null, view.Name, view.View, false, false))];
}

using CrmStudio.App.Contacts.Views;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Queries;

/// <summary>A window of the list of people.</summary>
public sealed class PeopleQuery(CrmWork work, CurrentMember me, ContactSight sight)
{
    /// <summary>Rows a window has.</summary>
    public const int Window = 50;

    /// <summary>People are counted so far; beyond stands a plus.</summary>
    public const int Cap = 10_000;

    /// <param name="View">Filter and order.</param>
    /// <param name="After">The row to go on behind; null for the first rows.</param>
    /// <param name="Before">The row to go back from.</param>
    public sealed record Input(PeopleView View, PeopleRow? After = null, PeopleRow? Before = null);

    public async Task<Outcome<PeoplePart>> ReadAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.list", ContactPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;

        var viewing = new PeopleViewing(unit.Db, me, unit.At);
        var windows = new PeopleWindow(unit.Db, [.. sight.Parts(unit.Db, ContactPermissions.Read).Select(way => way.AsNoTracking().Matching(input.View, viewing))], input.View.Sort, input.View.IsDescending);
        var rows = await windows.RowsAsync(input.Before ?? input.After, input.Before is not null, Window + 1, ct);
        var hasMore = rows.Count > Window;
        if (hasMore) rows.RemoveAt(input.Before is null ? Window : 0);
        var isFirst = input.After is null && input.Before is null;
        return new PeoplePart(rows, hasMore, isFirst ? await windows.CountAsync(Cap + 1, ct) : null, unit.At);
    }

    /// <summary>Single rows anew, for what was changed meanwhile, and for a peek out of sight. Rows that match no more are not among them.</summary>
    public async Task<Outcome<IReadOnlyList<PeopleRow>>> ReadRowsAsync(PeopleView view, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.list", ContactPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;
        var wanted = ids.ToArray();
        var people = sight.Visible(unit.Db, ContactPermissions.Read).AsNoTracking().Where(person => wanted.Contains(person.Id)).Matching(view, new(unit.Db, me, unit.At));
        return await PeopleWindow.RowsAsync(unit.Db, people, ct);
    }
}

/// <summary>A window of the list.</summary>
/// <param name="HasMore">Whether the list goes on, in the direction that was read.</param>
/// <param name="Count">How many match; only with the first window.</param>
/// <param name="At">When it was read.</param>
public sealed record PeoplePart(IReadOnlyList<PeopleRow> Rows, bool HasMore, int? Count, DateTimeOffset At);

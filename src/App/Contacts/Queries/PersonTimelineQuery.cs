using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Queries;

/// <summary>A window of the one timeline of a person: what every room tells of them, newest first.</summary>
public sealed class PersonTimelineQuery(CrmWork work, CurrentMember me, ContactSight sight, IEnumerable<ITellOfContacts> rooms)
{
    /// <summary>Lines a window has.</summary>
    public const int Window = 40;

    private const string System = "CrmStudio", Gone = "A former colleague";

    public async Task<Outcome<PersonTimeline>> ReadAsync(Guid contactId, TimelineMark? before, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.timeline", ContactPermissions.Read, ct);
        if (unit.Refused is { } refused) return refused;
        if (!await sight.Visible(unit.Db, ContactPermissions.Read).AnyAsync(person => person.Id == contactId, ct)) return Refusal.NotFound;

        var told = new List<ContactLine>();
        foreach (var room in rooms) told.AddRange(await room.TellAsync(unit, contactId, before, Window + 1, ct));
        var lines = told.OrderByDescending(line => line.At).ThenByDescending(line => line.Id).Take(Window + 1).ToList();
        var hasMore = lines.Count > Window;
        if (hasMore) lines.RemoveAt(Window);

        var ids = lines.Select(line => line.MemberId).OfType<Guid>().Distinct().ToArray();
        var names = await unit.Db.Members.AsNoTracking().Where(member => ids.Contains(member.Id)).ToDictionaryAsync(member => member.Id, member => member.FirstName + " " + member.LastName, ct);
        var shows = rooms.All(room => room.ShowsAmounts(me));
        return new PersonTimeline([.. lines.Select(line => new PersonTimelineLine(
            shows ? line : line with { What = HiddenAmounts.In(line.What)!, Text = HiddenAmounts.In(line.Text) },
            line.MemberId is not { } who ? line.Icon == "info" || line.Text is null ? "" : System : names.GetValueOrDefault(who, Gone)))], hasMore);
    }
}

/// <summary>A window of a timeline.</summary>
public sealed record PersonTimeline(IReadOnlyList<PersonTimelineLine> Lines, bool HasMore);

/// <summary>A line and who did it; an empty name where the sentence stands for itself.</summary>
public sealed record PersonTimelineLine(ContactLine Line, string Who);

using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Contacts.Duplicates;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Duplicates.Queries;

/// <summary>Where the next page of merges begins.</summary>
public sealed record MergeKey(DateTimeOffset At, Guid Id);

/// <summary>A merge.</summary>
public sealed record MergeRow(Guid Id, DuplicateKind Kind, Guid SurvivorId, string SurvivorName, string LostName, DateTimeOffset At, string? By, int Moved, DateTimeOffset? PartedAt, IReadOnlyList<string> Stayed);

/// <summary>Merges, the newest first.</summary>
public sealed record MergesView(IReadOnlyList<MergeRow> Rows, MergeKey? Next);

/// <summary>Records that were merged: those whose survivor the member may merge, and those the member merged.</summary>
public sealed class MergesQuery(CrmWork work, MergeSight sight)
{
    /// <summary>Merges on one page.</summary>
    public const int PageSize = 50;

    public async Task<Outcome<MergesView>> ReadAsync(MergeKey? after, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.merges", ContactPermissions.Merge, ct);
        if (unit.Refused is { } refused) return refused;

        var db = unit.Db;
        var (people, companies) = (sight.Ids(db, DuplicateKind.People), sight.Ids(db, DuplicateKind.Companies));
        var merges = db.RecordMerges.AsNoTracking().Where(merge => merge.By == unit.MemberId || (merge.Kind == DuplicateKind.People ? people.Contains(merge.SurvivorId) : companies.Contains(merge.SurvivorId)));
        if (after is not null) merges = merges.Where(merge => merge.At < after.At || (merge.At == after.At && merge.Id < after.Id));
        var page = await merges.OrderByDescending(merge => merge.At).ThenByDescending(merge => merge.Id).Take(PageSize + 1)
            .Select(merge => new MergeRow(
                merge.Id, merge.Kind, merge.SurvivorId, merge.SurvivorName, merge.LostName, merge.At,
                db.Members.Where(member => member.Id == merge.By).Select(member => member.FirstName + " " + member.LastName).FirstOrDefault(), merge.Moved, merge.PartedAt, merge.Stayed))
            .ToListAsync(ct);
        return new MergesView([.. page.Take(PageSize)], page.Count > PageSize ? new MergeKey(page[PageSize - 1].At, page[PageSize - 1].Id) : null);
    }
}

using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Contacts.Duplicates;
using CrmStudio.Infrastructure.Platform.Merging;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Duplicates.UseCases;

/// <summary>Takes a merge back, at any later time: both records and every link are what they were. What was changed since stays with the survivor, and is said.</summary>
public sealed class PartRecords(CrmWork work, CurrentMember me, MergeSight sight)
{
    public sealed record Input(Guid MergeId);

    /// <param name="Changed">The change, for the toast's Undo.</param>
    /// <param name="Stayed">What stayed with the survivor, in words.</param>
    public sealed record Parted(Changed Changed, IReadOnlyList<string> Stayed);

    public async Task<Outcome<Parted>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.merge.part", ContactPermissions.Merge, ct);
        if (unit.Refused is { } refused) return refused;

        var merge = await unit.Db.RecordMerges.SingleOrDefaultAsync(one => one.Id == input.MergeId, ct);
        if (merge is null) return Refusal.NotFound;
        if (merge.PartedAt is not null) return MergeRefusals.PartedAlready;
        var type = merge.Kind == DuplicateKind.People ? typeof(Contact) : typeof(Company);
        if (await RecordMerger.LockAsync(unit, type, [merge.SurvivorId], ct) == 0) return await WhyGoneAsync(unit, merge, ct);
        if (!await sight.Ids(unit.Db, merge.Kind).AnyAsync(id => id == merge.SurvivorId, ct)) return Refusal.NotFound;

        var left = await MergeSteps.GoBackAsync(unit, merge.Steps, type, merge.SurvivorId, merge.At, ct);
        var stayed = MergeWords.Of(left, merge.SurvivorId, merge.SurvivorName);
        if (merge.Part(stayed, me.Id, unit.At) is { IsDone: false } wrong) return wrong.Refusal;

        var summary = merge.SurvivorName == merge.LostName ? $"Parted the two records of {merge.SurvivorName}" : $"Parted {merge.LostName} from {merge.SurvivorName}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, _ => Refusal.ChangedMeanwhile);
        return saved.IsDone ? new Parted(new Changed(summary, unit.UndoId), stayed) : saved.Refusal;
    }

    private async Task<Refusal> WhyGoneAsync(CrmUnit unit, RecordMerge merge, CancellationToken ct)
    {
        var mine = sight.Ids(unit.Db, merge.Kind);
        var later = await unit.Db.RecordMerges.AsNoTracking().Where(one => one.LostId == merge.SurvivorId && one.PartedAt == null && mine.Contains(one.SurvivorId)).FirstOrDefaultAsync(ct);
        if (later is not null) return MergeRefusals.MergedSince(merge.SurvivorName, later.SurvivorName);
        return merge.By == me.Id ? MergeRefusals.SurvivorGone(merge.SurvivorName) : Refusal.NotFound;
    }
}

using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Contacts.Duplicates;
using CrmStudio.Infrastructure.Platform.Merging;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Duplicates.UseCases;

/// <summary>Makes one record of two. Everything that points at the record that goes points at the one that stays; the two can be parted at any later time.</summary>
public sealed class MergeRecords(CrmWork work, CurrentMember me, MergeSight sight, MergeWork merging)
{
    /// <param name="Kind">What sort of records.</param>
    /// <param name="SurvivorId">The record that stays.</param>
    /// <param name="LostId">The record that goes.</param>
    /// <param name="Picks">Names of the fields to take from the record that goes: <see cref="MergeField.Name"/>, or <see cref="MergeWork.OwnField"/> with an id.</param>
    public sealed record Input(DuplicateKind Kind, Guid SurvivorId, Guid LostId, IReadOnlyList<string> Picks);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.merge", ContactPermissions.Merge, ct);
        if (unit.Refused is { } refused) return refused;
        if (input.SurvivorId == input.LostId) return MergeRefusals.SameRecord;

        var db = unit.Db;
        Guid[] both = [input.SurvivorId, input.LostId];
        var type = input.Kind == DuplicateKind.People ? typeof(Contact) : typeof(Company);
        // The lock first: whoever merges the same pair at the same moment waits here, and then finds one record gone.
        var there = await RecordMerger.LockAsync(unit, type, both, ct);
        if (there < both.Length || await sight.Ids(db, input.Kind).CountAsync(id => both.Contains(id), ct) < both.Length) return await WhyNotAsync(unit, input, ct);
        var moving = (await RecordMerger.CountAsync(unit, type, [input.LostId], ct))[input.LostId].Sum(table => table.Rows);

        var picks = input.Picks.ToHashSet(StringComparer.Ordinal);
        string survivorName, lostName;
        if (input.Kind == DuplicateKind.People)
        {
            var (survivor, lost) = (await db.Contacts.SingleAsync(contact => contact.Id == input.SurvivorId, ct), await db.Contacts.SingleAsync(contact => contact.Id == input.LostId, ct));
            (survivorName, lostName) = (survivor.Name, lost.Name);
            if (moving > RecordMerge.RowLimit) return MergeRefusals.TooMuch(lostName);
            await merging.PeopleAsync(unit, survivor, lost, picks, ct);
        }
        else
        {
            var (survivor, lost) = (await db.Companies.SingleAsync(company => company.Id == input.SurvivorId, ct), await db.Companies.SingleAsync(company => company.Id == input.LostId, ct));
            (survivorName, lostName) = (survivor.Name, lost.Name);
            if (moving > RecordMerge.RowLimit) return MergeRefusals.TooMuch(lostName);
            await merging.CompaniesAsync(unit, survivor, lost, picks, ct);
        }

        var (steps, rows) = MergeSteps.Of(unit);
        var merge = new RecordMerge(input.Kind, (input.SurvivorId, survivorName), (input.LostId, lostName), input.Picks, me.Id, unit.At);
        merge.Keep(steps, rows);
        db.RecordMerges.Add(merge);
        var summary = survivorName == lostName ? $"Merged two records of {survivorName}" : $"Merged {lostName} into {survivorName}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }

    private async Task<Refusal> WhyNotAsync(CrmUnit unit, Input input, CancellationToken ct)
    {
        var mine = sight.Ids(unit.Db, input.Kind);
        var merged = await unit.Db.RecordMerges.AsNoTracking().Where(merge => merge.PartedAt == null && (merge.LostId == input.LostId || merge.LostId == input.SurvivorId) && mine.Contains(merge.SurvivorId))
            .OrderByDescending(merge => merge.At).FirstOrDefaultAsync(ct);
        return merged is null ? Refusal.NotFound : MergeRefusals.MergedAlready(merged.LostName, merged.SurvivorName);
    }
}

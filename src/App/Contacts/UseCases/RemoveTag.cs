using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.UseCases;

/// <summary>Takes a tag away, off every record that has it; merged into another, its records get that one. One undo puts it all back.</summary>
public sealed class RemoveTag(CrmWork work)
{
    /// <param name="TagId">The tag.</param>
    /// <param name="IntoId">The tag its records get instead; null for none.</param>
    public sealed record Input(Guid TagId, Guid? IntoId);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.remove-tag", ContactPermissions.SetFields, ct);
        if (unit.Refused is { } refused) return refused;
        if (input.IntoId == input.TagId) return ContactRefusals.SameTag;
        var db = unit.Db;
        var tag = await db.Tags.SingleOrDefaultAsync(one => one.Id == input.TagId, ct);
        var into = input.IntoId is { } intoId ? await db.Tags.AsNoTracking().SingleOrDefaultAsync(one => one.Id == intoId, ct) : null;
        if (tag is null || (input.IntoId is not null && into is null)) return Refusal.NotFound;
        var put = await db.RecordTags.Where(on => on.TagId == tag.Id).Take(RecordTag.AtOnceLimit + 1).ToListAsync(ct);
        if (put.Count > RecordTag.AtOnceLimit) return ContactRefusals.TagTooUsed;

        db.RecordTags.RemoveRange(put);
        if (into is not null)
        {
            var ids = put.ConvertAll(on => on.EntityId);
            var have = await db.RecordTags.Where(on => on.TagId == into.Id && ids.Contains(on.EntityId)).Select(on => on.EntityId).ToListAsync(ct);
            db.RecordTags.AddRange(put.Where(on => !have.Contains(on.EntityId)).Select(on => new RecordTag(on.EntityType, on.EntityId, into.Id)));
        }
        db.Tags.Remove(tag);
        var summary = into is null ? $"Removed the tag {tag.Name}" : $"Merged the tag {tag.Name} into {into.Name}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

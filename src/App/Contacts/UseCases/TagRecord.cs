using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.UseCases;

/// <summary>Puts a tag on a person or a company, or takes it off. A word nobody used before becomes a tag.</summary>
public sealed class TagRecord(CrmWork work, ContactSight sight)
{
    /// <param name="EntityType">One of <see cref="ContactTables"/>.</param>
    /// <param name="EntityId">The person or company.</param>
    /// <param name="Name">The tag, in whatever spelling.</param>
    /// <param name="IsOn">On, or off.</param>
    public sealed record Input(string EntityType, Guid EntityId, string? Name, bool IsOn);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.tag", ContactPermissions.Edit, ct);
        if (unit.Refused is { } refused) return refused;
        var db = unit.Db;
        if (!(input.EntityType == ContactTables.Companies ? await db.Companies.AnyAsync(company => company.Id == input.EntityId, ct)
            : await sight.Visible(db, ContactPermissions.Edit).AnyAsync(contact => contact.Id == input.EntityId, ct))) return Refusal.NotFound;

        var named = await NamedAsync(unit, input.Name, ct);
        if (named.Value is not { } tag) return named.Refusal!;
        var put = await db.RecordTags.SingleOrDefaultAsync(one => one.EntityId == input.EntityId && one.TagId == tag.Id, ct);
        if (input.IsOn && put is null) db.RecordTags.Add(new RecordTag(input.EntityType, input.EntityId, tag.Id));
        if (!input.IsOn && put is not null) db.RecordTags.Remove(put);

        var summary = input.IsOn ? $"Put the tag {tag.Name} on" : $"Took the tag {tag.Name} off";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, duplicate: _ => Refusal.ChangedMeanwhile);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }

    private static async Task<Outcome<Tag>> NamedAsync(CrmUnit unit, string? name, CancellationToken ct)
    {
        var made = Tag.Named(name);
        if (made.Value is not { } tag) return made;
        if (await unit.Db.Tags.SingleOrDefaultAsync(one => one.Key == tag.Key, ct) is { } known) return known;
        if (await unit.Db.Tags.CountAsync(ct) >= Tag.Limit) return ContactRefusals.TooManyTags;
        unit.Db.Tags.Add(tag);
        return tag;
    }
}

using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.UseCases;

/// <summary>Spells a tag otherwise, on every record that has it.</summary>
public sealed class RenameTag(CrmWork work)
{
    public sealed record Input(Guid TagId, string? Name);

    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("contacts.rename-tag", ContactPermissions.SetFields, ct);
        if (unit.Refused is { } refused) return refused;
        var tag = await unit.Db.Tags.SingleOrDefaultAsync(one => one.Id == input.TagId, ct);
        if (tag is null) return Refusal.NotFound;
        var was = tag.Name;
        if (tag.Rename(input.Name) is { IsDone: false } wrong) return wrong.Refusal;
        var summary = $"Renamed the tag {was} to {tag.Name}";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, duplicate: _ => ContactRefusals.TagKnownAlready(tag.Name));
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

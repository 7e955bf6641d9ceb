using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Access.UseCases;

/// <summary>Changes what stands on the organization's letters. Letters that went out stay as they were.</summary>
public sealed class WriteLetterhead(CrmWork work, CurrentMember me)
{
    /// <returns>The change, for the toast's Undo.</returns>
    public async Task<Outcome<Changed>> RunAsync(LetterheadText text, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("access.letterhead", AccessPermissions.EditLetterhead, ct);
        if (unit.Refused is { } refused) return refused;

        var head = await unit.Db.Letterheads.SingleOrDefaultAsync(ct) ?? unit.Db.Letterheads.Add(new Letterhead(me.OrgId)).Entity;
        if (head.Write(text) is { IsDone: false } wrong) return wrong.Refusal;

        const string summary = "Changed the letterhead";
        unit.CanBeUndone(summary);
        var saved = await unit.SaveAsync(ct, duplicate: _ => Refusal.ChangedMeanwhile);
        return saved.IsDone ? new Changed(summary, unit.UndoId) : saved.Refusal;
    }
}

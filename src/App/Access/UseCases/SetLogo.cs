using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Documents;
using CrmStudio.Infrastructure.Platform.Storage;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Access.UseCases;

/// <summary>Puts a logo on the letterhead, or takes it off.</summary>
public sealed class SetLogo(CrmWork work, CurrentMember me, IFileStore files)
{
    /// <summary>Largest logo in bytes: it travels in every letter.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <param name="Picture">A JPEG or PNG; null takes the logo off.</param>
    public sealed record Input(byte[]? Picture);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("access.letterhead", AccessPermissions.EditLetterhead, ct);
        if (unit.Refused is { } refused) return refused;
        if (input.Picture is { Length: > MaxBytes }) return Refusal.Invalid("Logo", "A logo has at most 1 MB. Save it smaller.");
        if (input.Picture is { } picture && DocumentImage.Read(picture).Refusal is { } unreadable) return unreadable with { Field = "Logo" };

        var head = await unit.Db.Letterheads.SingleOrDefaultAsync(ct) ?? unit.Db.Letterheads.Add(new Letterhead(me.OrgId)).Entity;
        var former = head.LogoId;
        Guid? next = input.Picture is null ? null : Guid.CreateVersion7();
        if (next is { } id) await files.PutAsync(new FileKey(me.OrgId, id), new MemoryStream(input.Picture!), ct);
        head.Show(next);
        var saved = await unit.SaveAsync(ct, duplicate: _ => Refusal.ChangedMeanwhile);

        // The file nobody points at goes: the new one when the save was refused, else the former one.
        if ((saved.IsDone ? former : next) is { } left) await files.DeleteAsync(new FileKey(me.OrgId, left), CancellationToken.None);
        return saved;
    }
}

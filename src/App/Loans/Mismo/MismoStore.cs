using System.Security.Cryptography;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Mismo;
using CrmStudio.Infrastructure.Loans.Mismo;
using CrmStudio.Infrastructure.Platform.Storage;

namespace CrmStudio.App.Loans.Mismo;

/// <summary>The copies of MISMO files that are kept.</summary>
public sealed class MismoStore(IFileStore files, CurrentMember me, MismoReader reader)
{
    /// <summary>Reads a file of a stranger, cleans it and keeps the copy.</summary>
    /// <returns>Id and hash of the copy, or why the file is not read.</returns>
    public async Task<Outcome<(Guid Id, string Sha256)>> KeepAsync(Stream content, CancellationToken ct)
    {
        var read = reader.Read(content, MismoLimits.Default, ct);
        if (!read.IsDone) return read.Refusal;
        var losses = new MismoLosses();
        MismoPrivacy.Clean(read.Value.Root, losses);
        if (MismoReading.Of(read.Value.Root, losses) is { IsDone: false } nothing) return nothing.Refusal;

        using var copy = new MemoryStream();
        MismoCopy.Write(read.Value.Root, copy);
        var id = Guid.CreateVersion7();
        copy.Position = 0;
        await files.PutAsync(new FileKey(me.OrgId, id), copy, ct);
        return (id, Convert.ToHexStringLower(SHA256.HashData(copy.GetBuffer().AsSpan(0, (int)copy.Length))));
    }

    /// <summary>The bytes of a copy; null when they are gone or not what they were.</summary>
    public async Task<MemoryStream?> BytesAsync(MismoFile file, CancellationToken ct)
    {
        if (file.CopyId is not { } id) return null;
        await using var stored = await files.OpenAsync(new FileKey(me.OrgId, id), ct);
        if (stored is null) return null;
        var bytes = new MemoryStream();
        await stored.CopyToAsync(bytes, ct);
        bytes.Position = 0;
        return Convert.ToHexStringLower(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length))) == file.CopySha256 ? bytes : null;
    }

    /// <summary>What a kept file says.</summary>
    public async Task<Outcome<MismoResult>> ReadAsync(MismoFile file, CancellationToken ct)
    {
        using var bytes = await BytesAsync(file, ct);
        if (bytes is null) return MismoRefusals.FileMissing;
        // What is kept was read once; the limits are those of a copy, which is indented.
        var read = reader.Read(bytes, MismoLimits.Default with { FileBytes = MismoLimits.Default.FileBytes * 8 }, ct);
        if (!read.IsDone) return read.Refusal;
        var losses = new MismoLosses();
        MismoPrivacy.Clean(read.Value.Root, losses);
        return MismoReading.Of(read.Value.Root, losses);
    }

    public Task ForgetAsync(Guid copyId) => files.DeleteAsync(new FileKey(me.OrgId, copyId), CancellationToken.None);
}

using System.Security.Cryptography;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Mismo;
using CrmStudio.Infrastructure.Loans.Mismo;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Mismo.UseCases;

/// <summary>
/// Takes a MISMO file in: reads it once within the limits and keeps a copy without what nobody may see. A file that is not read is noted
/// with the reason and the place.
/// </summary>
public sealed class ReceiveMismo(CrmWork work, CurrentMember me, MismoStore store)
{
    /// <summary>Hours a file waits to be written to a loan.</summary>
    public const int Waits = 24;

    private const int Swept = 50;

    /// <param name="Content">The bytes; the stream can seek.</param>
    public sealed record Input(Stream Content, string FileName);

    public async Task<Outcome<ReceivedMismo>> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.mismo.receive", LoanPermissions.Import, ct);
        if (unit.Refused is { } refused) return refused;
        if (!me.SeesAmounts()) return Refusal.NotAllowed;

        var file = new MismoFile(Path.GetFileName(input.FileName), input.Content.Length, await HashAsync(input.Content, ct), me.Id, unit.At);
        var kept = await store.KeepAsync(input.Content, ct);
        if (kept.IsDone) file.KeptAs(kept.Value.Id, kept.Value.Sha256);
        else file.Refuse(kept.Refusal);
        unit.Db.MismoFiles.Add(file);

        var before = unit.At.AddHours(-Waits);
        var old = await unit.Db.MismoFiles.Where(waiting => waiting.LoanId == null && waiting.ReceivedAt < before).OrderBy(waiting => waiting.ReceivedAt).Take(Swept).ToListAsync(ct);
        unit.Db.MismoFiles.RemoveRange(old);
        var saved = await unit.SaveAsync(ct);
        // A file without a row is nothing; a row without its file would be a copy nobody can read.
        if (saved.IsDone) foreach (var gone in old.Select(waiting => waiting.CopyId).OfType<Guid>()) await store.ForgetAsync(gone);
        else if (file.CopyId is { } useless) await store.ForgetAsync(useless);
        return saved.IsDone ? new ReceivedMismo(file.Id, kept.Refusal) : saved.Refusal;
    }

    private static async Task<string> HashAsync(Stream content, CancellationToken ct)
    {
        if (content.Length > MismoLimits.Default.FileBytes) return "";
        content.Position = 0;
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
    }
}

/// <summary>A file that came in.</summary>
/// <param name="Id">Under which it is kept.</param>
/// <param name="Refusal">Why it was not read; null where it was.</param>
public sealed record ReceivedMismo(Guid Id, Refusal? Refusal);

using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Infrastructure.Platform.Storage;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Papers.UseCases;

/// <summary>Forgets uploads that were given up, with whatever a crash left of them in the stage or in the store.</summary>
public sealed class SweepUploads(CrmWork work, CurrentMember me, UploadStage stage, IFileStore store)
{
    /// <returns>How many were forgotten.</returns>
    public async Task<Outcome<int>> RunAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.papers.sweep-uploads", PaperPermissions.Request, ct);
        if (unit.Refused is { } refused) return refused;

        var begun = unit.At - LoanUpload.Lifetime;
        var old = await unit.Db.LoanUploads.Where(upload => upload.BegunAt <= begun).ToListAsync(ct);
        foreach (var upload in old)
        {
            stage.Delete(upload.Id);
            await store.DeleteAsync(new FileKey(me.OrgId, upload.Id), ct);
        }
        unit.Db.LoanUploads.RemoveRange(old);
        stage.Sweep(begun - LoanUpload.Lifetime);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? old.Count : saved.Refusal;
    }
}

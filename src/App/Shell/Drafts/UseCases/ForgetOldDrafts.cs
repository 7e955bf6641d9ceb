using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Shell.Drafts.UseCases;

/// <summary>Forgets drafts nobody came back to.</summary>
public sealed class ForgetOldDrafts(CrmWork work)
{
    /// <summary>How long a draft waits for its member.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    public async Task<Outcome<int>> RunAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("drafts.forget", AccessPermissions.OwnAccount, ct);
        if (unit.Refused is { } refused) return refused;

        var since = unit.At - KeptFor;
        var forgotten = await unit.Db.Drafts.Where(draft => draft.At < since).ExecuteDeleteAsync(ct);
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? forgotten : saved.Refusal;
    }
}

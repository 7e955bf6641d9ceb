using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Storage;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Access.Queries;

/// <summary>The logo of the letterhead, as a file.</summary>
public sealed class LogoQuery(CrmWork work, CurrentMember me, IFileStore files)
{
    /// <returns>The file; the caller disposes it.</returns>
    public async Task<Outcome<Stream>> ReadAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("access.letterhead", AccessPermissions.EditLetterhead, ct);
        if (unit.Refused is { } refused) return refused;

        var logo = await unit.Db.Letterheads.AsNoTracking().Select(head => head.LogoId).SingleOrDefaultAsync(ct);
        return logo is { } id && await files.OpenAsync(new FileKey(me.OrgId, id), ct) is { } content ? content : Refusal.NotFound;
    }
}

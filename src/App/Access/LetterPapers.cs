using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Documents;
using CrmStudio.Infrastructure.Platform.Storage;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Access;

/// <summary>Fetches an organization's paper for documents of every room.</summary>
public sealed class LetterPapers(IFileStore files, CurrentMember me)
{
    /// <summary>The paper as it is now. A logo that cannot be read is left out: the initials stand for it.</summary>
    public async Task<LetterPaper> OfAsync(CrmUnit unit, CancellationToken ct)
    {
        var head = await unit.Db.Letterheads.AsNoTracking().SingleOrDefaultAsync(ct) ?? new Letterhead(me.OrgId);
        return new LetterPaper(head, me.Authority.OrgName, head.LogoId is { } logo ? await LogoAsync(new FileKey(me.OrgId, logo), ct) : null);
    }

    private async Task<DocumentImage?> LogoAsync(FileKey key, CancellationToken ct)
    {
        await using var content = await files.OpenAsync(key, ct);
        if (content is null) return null;
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, ct);
        return DocumentImage.Read(bytes.ToArray()).Value;
    }
}

using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Access.Queries;

/// <summary>The letterhead under edit.</summary>
public sealed class LetterheadQuery(CrmWork work, CurrentMember me)
{
    public async Task<Outcome<LetterheadView>> ReadAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("access.letterhead", AccessPermissions.EditLetterhead, ct);
        if (unit.Refused is { } refused) return refused;

        var head = await unit.Db.Letterheads.AsNoTracking().SingleOrDefaultAsync(ct) ?? new Letterhead(me.OrgId);
        return new LetterheadView(new LetterheadText(head.LegalName, head.NmlsId, head.Street, head.Town, head.Phone, head.Web, head.Color, head.FinePrint), head.LogoId, head.IsComplete);
    }
}

/// <summary>A letterhead.</summary>
/// <param name="LogoId">The logo; null for the initials.</param>
/// <param name="IsComplete">Whether letters may go out under it.</param>
public sealed record LetterheadView(LetterheadText Text, Guid? LogoId, bool IsComplete);

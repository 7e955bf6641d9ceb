using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Integrations.Imports.Queries;

/// <summary>The latest imports of a kind a member may reach.</summary>
public sealed class ImportListQuery(CrmWork work, CurrentMember me, ImportKinds kinds)
{
    /// <summary>Imports shown.</summary>
    public const int Latest = 20;

    public async Task<Outcome<IReadOnlyList<ImportLine>>> ReadAsync(string kindName, CancellationToken ct)
    {
        var kind = kinds.Of(kindName);
        await using var unit = await work.BeginAsync($"{kind.Name}.import.list", kind.Permission, ct);
        if (unit.Refused is { } refused) return refused;

        var (memberId, all) = (me.Id, me.ScopeOf(kind.Permission) == Scope.Organization);
        return await unit.Db.Imports.AsNoTracking().Where(import => import.Kind == kindName && (all || import.MemberId == memberId))
            .OrderByDescending(import => import.CreatedAt).Take(Latest)
            .Select(import => new ImportLine(
                import.Id, import.FileName, import.Status, import.RowCount, import.CreatedAt,
                unit.Db.Members.Where(member => member.Id == import.MemberId).Select(member => member.FirstName + " " + member.LastName).First()))
            .ToListAsync(ct);
    }
}

/// <summary>One import in the list.</summary>
public sealed record ImportLine(Guid Id, string FileName, ImportStatus Status, int RowCount, DateTimeOffset At, string Member);

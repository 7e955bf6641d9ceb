using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Shell.Drafts.Queries;

/// <summary>What the member typed into a form and has not saved.</summary>
public sealed class DraftQuery(CrmWork work, CurrentMember me)
{
    /// <returns>The draft of each of the forms that has one.</returns>
    public async Task<Outcome<IReadOnlyDictionary<string, KeptText>>> ReadAsync(IReadOnlyList<string> forms, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("drafts.read", AccessPermissions.OwnAccount, ct);
        if (unit.Refused is { } refused) return refused;

        var version = me.Authority.AccessVersion;
        return await unit.Db.Drafts.AsNoTracking()
            .Where(draft => draft.MemberId == unit.MemberId && forms.Contains(draft.Form) && draft.AccessVersion == version)
            .ToDictionaryAsync(draft => draft.Form, draft => new KeptText(draft.Text, draft.At), ct);
    }
}

/// <summary>A draft.</summary>
/// <param name="Fields">The changed fields, each with the text typed (v) and the text that stood there before (w), as JSON.</param>
/// <param name="At">When the last letter was kept.</param>
public sealed record KeptText(string Fields, DateTimeOffset At);

using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Shell.Drafts.UseCases;

/// <summary>Forgets what a member typed into a form: it was saved, or they do not want it.</summary>
public sealed class DropDraft(CrmWork work)
{
    public sealed record Input(string Form);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("drafts.drop", AccessPermissions.OwnAccount, ct);
        if (unit.Refused is { } refused) return refused;

        await unit.Db.Drafts.Where(draft => draft.MemberId == unit.MemberId && draft.Form == input.Form).ExecuteDeleteAsync(ct);
        return await unit.SaveAsync(ct);
    }
}

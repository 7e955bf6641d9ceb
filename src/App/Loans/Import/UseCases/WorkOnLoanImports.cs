using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Import.UseCases;

/// <summary>
/// Takes the imports of an organization in hand that are under way and on no other node, and works on each with the
/// permissions of who started it, until nothing is left. Dies harmlessly at any point: the next worker goes on.
/// </summary>
public sealed class WorkOnLoanImports(CrmWork work, CurrentMember me, IServiceScopeFactory scopes)
{
    /// <summary>How long an import stays in hand without progress.</summary>
    public static readonly TimeSpan LeaseFor = TimeSpan.FromSeconds(5);

    private const int RowsToCheck = 2_000;
    private const int RowsToWrite = 500;

    public async Task RunAsync(CancellationToken ct)
    {
        while (await TakeAsync(ct) is { } import) await AsMemberAsync(import.Id, import.MemberId, ct);
    }

    private async Task<LoanImport?> TakeAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.import.lease", LoanPermissions.Import, ct);
        if (unit.Refused is not null) return null;
        var import = await unit.Db.LoanImports
            .Where(i => i.Status == LoanImportStatus.Checking || i.Status == LoanImportStatus.Running || i.Status == LoanImportStatus.Undoing)
            .Where(i => i.LeasedUntil == null || i.LeasedUntil < unit.At).OrderBy(i => i.CreatedAt).FirstOrDefaultAsync(ct);
        import?.Lease(unit.At + LeaseFor);
        return import is not null && (await unit.SaveAsync(ct)).IsDone ? import : null;
    }

    private async Task AsMemberAsync(Guid importId, Guid memberId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var authority = await services.GetRequiredService<AuthorityReader>().IdentifyAsync(me.OrgId, memberId, null, ct);
        if (authority is null || !authority.Grants.ContainsKey(LoanPermissions.Import.Name))
        {
            await EndAsync(importId, ct);
            return;
        }
        services.GetRequiredService<CurrentMember>().Become(authority, null);

        var (more, refused) = (true, 0);
        while (more && refused < 3)
        {
            var step = await StepAsync(services, importId, ct);
            (more, refused) = (step.Refusal is not null || step.Value, step.IsDone ? 0 : refused + 1);
        }
        if (refused > 0) await EndAsync(importId, ct);
    }

    // Each step does nothing unless the import is in its phase.
    private static async Task<Outcome<bool>> StepAsync(IServiceProvider services, Guid importId, CancellationToken ct)
    {
        var step = await services.GetRequiredService<CheckImportRows>().RunAsync(new(importId, RowsToCheck), ct);
        if (step.IsDone && !step.Value) step = await services.GetRequiredService<WriteImportRows>().RunAsync(new(importId, RowsToWrite), ct);
        if (step.IsDone && !step.Value) step = await services.GetRequiredService<TakeImportRowsBack>().RunAsync(new(importId, RowsToWrite), ct);
        return step;
    }

    /// <summary>Who started it may not import any more: it stops where it is.</summary>
    private async Task EndAsync(Guid importId, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.import.end", LoanPermissions.Import, ct);
        if (unit.Refused is not null) return;
        var import = await unit.Db.LoanImports.SingleAsync(i => i.Id == importId, ct);
        if (!import.IsUnderWay) return;
        import.Cancel();
        import.EndPhase(unit.At);
        await unit.SaveAsync(ct);
    }
}

using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Integrations.Imports.UseCases;

/// <summary>
/// Takes the imports of an organization in hand that are under way and on no other node, and works on each with the
/// permissions of who started it, until nothing is left. Dies harmlessly at any point: the next worker goes on.
/// </summary>
public sealed partial class WorkOnImports(CrmWork work, CurrentMember me, ImportKinds kinds, IServiceScopeFactory scopes, ILogger<WorkOnImports> log)
{
    /// <summary>How long an import stays in hand without progress. A worker that is slower than this is waited for, not doubled: it holds the row.</summary>
    public static readonly TimeSpan LeaseFor = TimeSpan.FromSeconds(5);

    private const int Tries = 3;

    public async Task RunAsync(CancellationToken ct)
    {
        while (await TakeAsync(ct) is { } import) await AsMemberAsync(import, ct);
    }

    private async Task<FileImport?> TakeAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("imports.lease", AccessPermissions.OwnAccount, ct);
        if (unit.Refused is not null) return null;
        var import = await unit.Db.Imports
            .Where(i => i.Status == ImportStatus.Checking || i.Status == ImportStatus.Running || i.Status == ImportStatus.Undoing)
            .Where(i => kinds.Names.Contains(i.Kind))
            .Where(i => i.LeasedUntil == null || i.LeasedUntil < unit.At).OrderBy(i => i.CreatedAt).FirstOrDefaultAsync(ct);
        import?.Lease(unit.At + LeaseFor);
        return import is not null && (await unit.SaveAsync(ct)).IsDone ? import : null;
    }

    private async Task AsMemberAsync(FileImport import, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var authority = await services.GetRequiredService<AuthorityReader>().IdentifyAsync(me.OrgId, import.MemberId, null, ct);
        if (authority is null || !authority.Grants.ContainsKey(kinds.Of(import.Kind).Permission.Name))
        {
            await StopAsync(import.Id, "Stopped: who started it may not import any more.", ct);
            return;
        }
        services.GetRequiredService<CurrentMember>().Become(authority, null);

        var failed = 0;
        while (failed < Tries)
        {
            var step = await TryAsync(services, import, ct);
            if (step is { IsDone: true, Value: false }) return;
            failed = step.IsDone ? 0 : failed + 1;
        }
        await StopAsync(import.Id, "Stopped by an error. What was imported until then can be taken back.", ct);
    }

    // A row that breaks what it should not be able to break must not keep the import coming back for ever.
    private async Task<Outcome<bool>> TryAsync(IServiceProvider services, FileImport import, CancellationToken ct)
    {
        try
        {
            return await StepAsync(services, import, ct);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            StepFailed(log, fault, import.Id);
            return Refusal.ChangedMeanwhile;
        }
    }

    private static Task<Outcome<bool>> StepAsync(IServiceProvider services, FileImport import, CancellationToken ct) => import.Status switch
    {
        ImportStatus.Checking => services.GetRequiredService<CheckImportChunk>().RunAsync(new(import.Kind, import.Id), ct),
        ImportStatus.Running => services.GetRequiredService<WriteImportChunk>().RunAsync(new(import.Kind, import.Id), ct),
        _ => services.GetRequiredService<TakeImportChunkBack>().RunAsync(new(import.Kind, import.Id), ct),
    };

    private async Task StopAsync(Guid importId, string why, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("imports.stop", AccessPermissions.OwnAccount, ct);
        if (unit.Refused is not null) return;
        var import = await unit.Db.Imports.SingleAsync(i => i.Id == importId, ct);
        if (!import.IsUnderWay) return;
        import.Stop(unit.At, why);
        await unit.SaveAsync(ct);
    }

    [LoggerMessage(LogLevel.Error, "A step of import {ImportId} failed")]
    private static partial void StepFailed(ILogger logger, Exception fault, Guid importId);
}

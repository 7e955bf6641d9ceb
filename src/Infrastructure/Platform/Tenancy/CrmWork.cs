using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Live;
using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.Infrastructure.Platform.Tenancy;

/// <summary>
/// The only way to the data of an organization. Beginning a unit binds the transaction to the member's organization, checks
/// with the same round trip that the sign-in still stands, and refuses when the permission is not held.
/// </summary>
public sealed class CrmWork(IDbContextFactory<CrmDbContext> contexts, CurrentMember me, KeptReads kept, TimeProvider clock)
{
    /// <summary>Begins a unit of work under a permission. A refusal for want of the permission stands in the audit trail.</summary>
    /// <param name="verb">The use case, such as <c>loans.advance</c>.</param>
    /// <param name="permission">What the member must be allowed to do.</param>
    /// <param name="ct">Cancels the beginning.</param>
    public async Task<CrmUnit> BeginAsync(string verb, Permission permission, CancellationToken ct)
    {
        var unit = await OpenAsync(verb, permission, ct);
        if (unit.Refused is not null || me.May(permission)) return unit;

        await using (unit)
        {
            unit.Db.AuditEntries.Add(new AuditEntry
            {
                At = unit.At, MemberId = me.Id, Verb = verb, Action = AuditAction.Refused, EntityType = "permissions", EntityId = Guid.Empty,
                After = $$"""{"permission":"{{permission.Name}}"}""",
            });
            await unit.SaveAsync(ct);
        }
        return new CrmUnit(verb, Refusal.NotAllowed);
    }

    private async Task<CrmUnit> OpenAsync(string verb, Permission permission, CancellationToken ct)
    {
        var db = await contexts.CreateDbContextAsync(ct);
        try
        {
            db.Database.AutoSavepointsEnabled = false;   // a savepoint would give rows an xmin of its own: undo compares xmin
            var transaction = await db.Database.BeginTransactionAsync(ct);
            var version = await OrganizationBinding.BindAsync(db, me.OrgId, me.IsSystem ? null : me.Id, me.SessionId, clock.GetUtcNow(), ct);
            if (version is null)
            {
                await db.DisposeAsync();
                return new CrmUnit(verb, Refusal.SignedOut);
            }
            if (version != me.Authority.AccessVersion) me.Become(await AuthorityReader.ReadAsync(db, me.Id, ct), me.SessionId);
            return new CrmUnit(db, transaction, verb, permission, me, kept, Microseconds(clock.GetUtcNow()));
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    private static DateTimeOffset Microseconds(DateTimeOffset at) => new(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
}

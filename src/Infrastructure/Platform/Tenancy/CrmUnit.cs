using System.Text.Json;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Live;
using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CrmStudio.Infrastructure.Platform.Tenancy;

/// <summary>
/// One unit of work: one context, one transaction, bound to one organization, with one verb. Either <see cref="Refused"/> says
/// why it may not begin, or <see cref="Db"/> is ready.
/// </summary>
public sealed class CrmUnit : IAsyncDisposable
{
    private readonly CrmDbContext? db;
    private readonly IDbContextTransaction? transaction;
    private RecordSet? many;
    private readonly KeptReads? kept;

    internal CrmUnit(string verb, Refusal refused) => (Verb, Refused, Permission) = (verb, refused, null);

    internal CrmUnit(CrmDbContext db, IDbContextTransaction transaction, string verb, Permission? permission, CurrentMember me, KeptReads kept, DateTimeOffset at)
    {
        (this.db, this.transaction, this.kept, Verb, Permission, MemberId, At) = (db, transaction, kept, verb, permission, me.Id, at);
        db.Unit = this;
    }

    /// <summary>Why the unit may not begin; null when it may.</summary>
    public Refusal? Refused { get; }

    /// <summary>The context. Its rows are those of the organization only.</summary>
    /// <exception cref="InvalidOperationException">The unit was refused.</exception>
    public CrmDbContext Db => db ?? throw new InvalidOperationException($"“{Verb}” was refused: {Refused!.Code}. Look at Refused first.");

    /// <summary>Records by the thousand, written past the change tracker when the unit is saved. The person's undo does not know of them.</summary>
    public RecordSet Many => many ??= new RecordSet(this);

    /// <summary>The use case, such as <c>loans.advance</c>; stands on every audit entry.</summary>
    public string Verb { get; }

    /// <summary>The permission the unit began with.</summary>
    public Permission? Permission { get; }

    /// <summary>Who acts; empty when the system does.</summary>
    public Guid MemberId { get; }

    /// <summary>When the unit began: the <c>at:</c> of everything in it. Whole microseconds, as PostgreSQL keeps them.</summary>
    public DateTimeOffset At { get; }

    /// <summary>What the person did, in the words of the undo toast; null when the unit cannot be undone.</summary>
    internal string? UndoSummary { get; private set; }

    /// <summary>Id of the undo entry written by the last save; null when there is none.</summary>
    public Guid? UndoId { get; internal set; }

    /// <summary>Rows the save touched, for the live feed.</summary>
    internal LiveChange? Touched { get; set; }

    /// <summary>Whether the notice of <see cref="Touched"/> went along with the rows.</summary>
    internal bool IsTold { get; set; }

    /// <summary>Lets the person take this save back.</summary>
    /// <param name="summary">What was done, past tense: "Moved Whitlock to Clear to close".</param>
    public void CanBeUndone(string summary) => UndoSummary = summary;

    /// <summary>
    /// Saves and commits: rows, audit, outbox, undo and the live notice together, or nothing. Refuses with
    /// <see cref="Refusal.ChangedMeanwhile"/> when somebody else saved one of the rows first.
    /// </summary>
    /// <param name="ct">Cancels the save; nothing is written then.</param>
    /// <param name="duplicate">Says which refusal a broken unique rule means; without it a duplicate is a bug.</param>
    public async Task<Outcome> SaveAsync(CancellationToken ct, Func<string, Refusal?>? duplicate = null)
    {
        try
        {
            await Db.SaveChangesAsync(ct);
            if (many is { IsEmpty: false })
            {
                await many.WriteAsync(ct);
                (Touched, IsTold) = (LiveChange.OfMany(Db.OrgId, MemberId), false);
            }
            if (Touched is { } touched && !IsTold)
                await Db.Database.ExecuteSqlAsync($"select pg_notify({LiveChange.Channel}, {JsonSerializer.Serialize(touched)})", ct);
            await transaction!.CommitAsync(ct);
            if (Touched is { } saved) kept!.Forget(saved);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.ChangedMeanwhile;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: { } rule }
            && duplicate?.Invoke(rule) is { } refusal)
        {
            return refusal;
        }
    }

    /// <summary>Rolls back what was not saved and gives the context back.</summary>
    public async ValueTask DisposeAsync()
    {
        if (db is null) return;
        await transaction!.DisposeAsync();
        await db.DisposeAsync();
    }
}

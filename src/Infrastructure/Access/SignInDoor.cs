using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.Infrastructure.Access;

/// <summary>
/// The other door to the database: for what happens before an organization is known (sign-in, sessions, the list of
/// organizations). No organization is bound, so row-level security hides every tenant row; only the shared tables answer.
/// </summary>
public sealed class SignInDoor(IDbContextFactory<CrmDbContext> contexts) : IAsyncDisposable, IDisposable
{
    private CrmDbContext? db;

    /// <summary>The context of this scope; made when first asked for.</summary>
    public CrmDbContext Db => db ??= contexts.CreateDbContext();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => db?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <inheritdoc />
    public void Dispose() => db?.Dispose();
}

using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.Infrastructure.Access;

/// <summary>
/// Counts guesses at a person's password or code. A guess is counted before it is looked at, in one statement, so that a
/// thousand guesses at once are still five.
/// </summary>
public sealed class SignInAttempts(SignInDoor door, TimeProvider clock)
{
    /// <summary>Guesses before an account rests.</summary>
    public const int Allowed = 5;

    /// <summary>How long it rests.</summary>
    public static readonly TimeSpan RestsFor = TimeSpan.FromMinutes(15);

    /// <summary>Takes one guess. An empty id is nobody: it costs the same and is never allowed.</summary>
    /// <returns>Which guess it is, 1 to <see cref="Allowed"/>; null while the account rests.</returns>
    public async Task<int?> TakeAsync(Guid userId, CancellationToken ct)
    {
        var now = clock.GetUtcNow().ToUniversalTime();
        var rested = await door.Db.Database.SqlQuery<int>($"""
            update users set
                access_failed_count = case when lockout_end is null then access_failed_count + 1 else 1 end,
                lockout_end = case when lockout_end is null and access_failed_count + 1 >= {Allowed} then {now + RestsFor} end
            where id = {userId} and (lockout_end is null or lockout_end <= {now})
            returning access_failed_count as "Value"
            """).ToListAsync(ct);
        return rested is [var guess] ? guess : null;
    }

    /// <summary>The guess was right: counting begins anew.</summary>
    public Task ClearAsync(Guid userId, CancellationToken ct) => ClearAsync(door.Db, userId, ct);

    internal static Task ClearAsync(CrmDbContext db, Guid userId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"update users set access_failed_count = 0, lockout_end = null where id = {userId} and (access_failed_count > 0 or lockout_end is not null)", ct);
}

using System.Diagnostics;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Compliance;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Persistence;
using CrmStudio.Infrastructure.Platform.Search;
using CrmStudio.Infrastructure.Platform.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>
/// Two invented lenders to look around in. Everything is relative to today and otherwise always the same; e-mail addresses are of
/// example.com and phones ring nowhere. Loaded and removed as the owner of the database, whom row-level security binds too.
/// </summary>
public static class DemoOrganizations
{
    /// <summary>The password of every demo member. Printed on purpose: it opens demo organizations only.</summary>
    public const string Password = "Harborline-demo-1";

    /// <summary>Strength of the stored hash, in rounds of PBKDF2 with HMAC-SHA512.</summary>
    private const int HashRounds = 210_000;

    /// <summary>Loads the demo organizations unless they, or others of their names, are there. All or nothing.</summary>
    /// <param name="ownerConnectionString">The owner's way into the database; its schema is up to date.</param>
    /// <param name="store">Takes the files the demo's borrowers sent.</param>
    /// <param name="clock">Says what today is.</param>
    /// <param name="log">Where to log.</param>
    /// <param name="ct">Cancels the load; nothing is written then.</param>
    /// <returns>True when they were loaded now.</returns>
    public static async Task<bool> LoadAsync(string ownerConnectionString, IFileStore store, TimeProvider clock, ILoggerFactory log, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        await using var db = Open(ownerConnectionString, log);
        await using var transaction = await BeginAloneAsync(db, ct);
        var slugs = DemoLender.All.Select(lender => lender.Slug).ToList();
        if (await db.Organizations.AnyAsync(organization => slugs.Contains(organization.Slug), ct)) return false;

        var now = clock.GetUtcNow();
        var users = await AddUsersAsync(db, now, ct);
        var records = 0;
        foreach (var cast in DemoCast.All) records += await LoadAsync(db, store, cast, users, now, ct);
        await transaction.CommitAsync(ct);
        log.CreateLogger(typeof(DemoOrganizations)).LogInformation("Demo organizations loaded: {Records} records in {Elapsed:0.0} s", records, Stopwatch.GetElapsedTime(started).TotalSeconds);
        return true;
    }

    /// <summary>Removes the demo organizations with every row they own, whoever wrote it, and the people who belong nowhere else.</summary>
    /// <param name="ownerConnectionString">The owner's way into the database.</param>
    /// <param name="log">Where to log.</param>
    /// <param name="ct">Cancels the removal; nothing is removed then.</param>
    /// <returns>True when there was something to remove.</returns>
    public static async Task<bool> RemoveAsync(string ownerConnectionString, ILoggerFactory log, CancellationToken ct)
    {
        await using var db = Open(ownerConnectionString, log);
        await using var transaction = await BeginAloneAsync(db, ct);
        var lenders = DemoLender.All.Select(lender => lender.Id).ToList();
        var there = await db.Organizations.Where(organization => organization.IsDemo && lenders.Contains(organization.Id)).Select(organization => organization.Id).ToListAsync(ct);

        foreach (var orgId in there) await EmptyAsync(db, orgId, ct);
        await db.Sessions.Where(session => there.Contains(session.OrgId)).ExecuteDeleteAsync(ct);
        await db.UserOrganizations.Where(place => there.Contains(place.OrgId)).ExecuteDeleteAsync(ct);
        await db.Organizations.Where(organization => there.Contains(organization.Id)).ExecuteDeleteAsync(ct);

        // Ids made here only: somebody who had the address before keeps the account.
        var people = People().Select(person => person.UserId).ToList();
        await db.Users.Where(user => people.Contains(user.Id) && !db.UserOrganizations.Any(place => place.UserId == user.Id)).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
        return there.Count > 0;
    }

    private static CrmDbContext Open(string owner, ILoggerFactory log) =>
        new((DbContextOptions<CrmDbContext>)new DbContextOptionsBuilder<CrmDbContext>().UseCrm(owner).UseLoggerFactory(log).Options);

    /// <summary>Two nodes starting at once wait for each other.</summary>
    private static async Task<IDbContextTransaction> BeginAloneAsync(CrmDbContext db, CancellationToken ct)
    {
        var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('demo organizations', 0))", ct);
        return transaction;
    }

    private static IEnumerable<DemoPerson> People() => DemoCast.All.SelectMany(cast => cast.People).DistinctBy(person => person.Email);

    private static async Task<IReadOnlyDictionary<string, Guid>> AddUsersAsync(CrmDbContext db, DateTimeOffset now, CancellationToken ct)
    {
        var names = People().Select(person => person.Email.ToUpperInvariant()).ToList();
        var known = await db.Users.Where(user => names.Contains(user.NormalizedUserName!)).ToDictionaryAsync(user => user.NormalizedUserName!, user => user.Id, ct);

        // One hash for all: a second of work each would be a long start.
        var hasher = new PasswordHasher<SignInUser>(Options.Create(new PasswordHasherOptions { IterationCount = HashRounds }));
        var hash = hasher.HashPassword(new SignInUser(), Password);
        foreach (var person in People().Where(person => !known.ContainsKey(person.Email.ToUpperInvariant())))
            db.Users.Add(new SignInUser
            {
                Id = person.UserId, UserName = person.Email, Email = person.Email, NormalizedUserName = person.Email.ToUpperInvariant(), NormalizedEmail = person.Email.ToUpperInvariant(),
                EmailConfirmed = true, LockoutEnabled = true, PasswordHash = hash, SecurityStamp = Guid.NewGuid().ToString("n"), CreatedAt = now,
            });
        await db.SaveChangesAsync(ct);
        return People().ToDictionary(person => person.Email, person => known.GetValueOrDefault(person.Email.ToUpperInvariant(), person.UserId));
    }

    private static async Task<int> LoadAsync(CrmDbContext db, IFileStore store, DemoCast cast, IReadOnlyDictionary<string, Guid> users, DateTimeOffset now, CancellationToken ct)
    {
        var lender = cast.Lender;
        db.Organizations.Add(new Organization(lender.Id, lender.Slug, lender.Name, lender.TimeZone) { IsDemo = true, CreatedAt = now });
        foreach (var person in cast.People)
            db.UserOrganizations.Add(new UserOrganization { UserId = users[person.Email], OrgId = lender.Id, MemberId = person.MemberIdAt(lender) });
        await db.SaveChangesAsync(ct);

        var (rows, files) = DemoStory.Tell(cast, users, now);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await BindAsync(db, lender.Id, ct);
        var written = 0;
        foreach (var type in TenantTables.ParentsFirst(db.Model))
        {
            var records = rows.Of(type.ClrType);
            if (records.Count > 0) await new BulkInsert(type).RunAsync(connection, rows, records, ct);
            written += records.Count;
        }
        await files.StoreAsync(store, ct);
        db.OrgId = lender.Id;
        await SearchIndex.RebuildAsync(db, ct);
        await AuditAsync(db, lender, written, now, ct);
        return written;
    }

    /// <summary>
    /// One entry says that the demo was loaded. An entry per row would fill the trail with changes nobody made; what people
    /// change from here on is audited as everywhere.
    /// </summary>
    private static Task<int> AuditAsync(CrmDbContext db, DemoLender lender, int records, DateTimeOffset now, CancellationToken ct)
    {
        var what = $$"""{"records":{{records}}}""";
        return db.Database.ExecuteSqlAsync($"""
            insert into audit_entries (org_id, id, at, member_id, verb, action, entity_type, entity_id, after)
            values ({lender.Id}, {Guid.CreateVersion7(now)}, {now}, {Guid.Empty}, 'demo.load', {nameof(AuditAction.Insert)}, 'organizations', {lender.Id}, {what}::json)
            """, ct);
    }

    private static async Task EmptyAsync(CrmDbContext db, Guid orgId, CancellationToken ct)
    {
        await BindAsync(db, orgId, ct);
        foreach (var type in TenantTables.ParentsFirst(db.Model).Reverse())
        {
            await using var delete = new NpgsqlCommand($"delete from {type.GetTableName()} where org_id = $1", (NpgsqlConnection)db.Database.GetDbConnection()) { Parameters = { new() { Value = orgId } } };
            await delete.ExecuteNonQueryAsync(ct);
        }
    }

    private static async Task BindAsync(CrmDbContext db, Guid orgId, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync($"select set_config('app.org_id', {orgId.ToString()}, true)", ct);
}

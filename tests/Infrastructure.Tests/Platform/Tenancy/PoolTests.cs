using CrmStudio.Domain.Access;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform;
using CrmStudio.Infrastructure.Platform.Postgres;
using CrmStudio.Infrastructure.Platform.Tenancy;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CrmStudio.Infrastructure.Tests.Platform.Tenancy;

/// <summary>Connections and contexts are pooled; organizations are not.</summary>
public sealed class PoolTests
{
    private const int Organizations = 20;
    private const int Connections = 8;
    private const int Units = 3_000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Twenty_organizations_on_eight_connections_never_see_each_other()
    {
        var fixture = await CrmFixture.SharedAsync();
        var organizations = new List<TestOrganization>();
        for (var i = 0; i < Organizations; i++)
        {
            organizations.Add(await TestOrganization.CreateAsync(fixture, $"Lender {i}"));
            await organizations[i].SaveAsync(unit => unit.Db.Contacts.Add(new Contact($"Canary {unit.Db.OrgId:n}", "Pool")));
        }
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(fixture.Strings.App) { MaxPoolSize = Connections });
        await using var services = Services(source);
        var (foreign, empty, cancelled, written) = (0, 0, 0, 0);

        await Parallel.ForEachAsync(Enumerable.Range(0, Units), new ParallelOptions { MaxDegreeOfParallelism = Connections * 2, CancellationToken = Ct }, async (i, ct) =>
        {
            var random = new Random(i);
            var mine = organizations[random.Next(Organizations)];
            await using var scope = services.CreateAsyncScope();
            if (random.Next(10) == 0)
            {
                // Before sign-in no organization is bound: the connection is whichever was used last.
                Add(ref foreign, await scope.ServiceProvider.GetRequiredService<SignInDoor>().Db.Contacts.IgnoreQueryFilters().CountAsync(ct));
                return;
            }

            scope.ServiceProvider.GetRequiredService<CurrentMember>().BecomeSystem(mine.Id, mine.Name, "America/New_York");
            await using var unit = await scope.ServiceProvider.GetRequiredService<CrmWork>().BeginAsync("test.pool", AccessPermissions.OwnAccount, ct);
            var seen = await unit.Db.Contacts.IgnoreQueryFilters().Select(contact => new { contact.OrgId, contact.FirstName }).ToListAsync(ct);
            Add(ref foreign, seen.Count(row => row.OrgId != mine.Id || row.FirstName != $"Canary {mine.Id:n}"));
            if (seen.Count == 0) Add(ref empty, 1);

            switch (random.Next(4))
            {
                case 0:
                    unit.Db.Contacts.Add(new Contact($"Canary {mine.Id:n}", "Pool"));
                    if ((await unit.SaveAsync(ct)).IsDone) Add(ref written, 1);
                    break;
                case 1:
                    using (var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(random.Next(1, 5))))
                    {
                        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => unit.Db.Database.ExecuteSqlAsync($"select pg_sleep(10)", impatient.Token));
                        Add(ref cancelled, 1);
                    }
                    break;
                case 2:
                    unit.Db.Contacts.Add(new Contact("Never saved", "Pool"));   // abandoned with changes
                    break;
                default:
                    break;                                                      // abandoned
            }
        });

        Assert.Equal(0, foreign);
        Assert.Equal(0, empty);
        Assert.True(cancelled > 0);
        var kept = 0;
        foreach (var organization in organizations) kept += await organization.SaveAsync(unit => unit.Db.Contacts.CountAsync(Ct));
        Assert.Equal(Organizations + written, kept);
    }

    [Theory]
    [InlineData("Host=db;Username=crm_app;No Reset On Close=true", null)]
    [InlineData("Host=db;Username=crm_app", "Host=db;Username=crm_owner;No Reset On Close=true")]
    public async Task No_reset_on_close_is_refused_at_start_up(string app, string? owner)
    {
        var refused = await Assert.ThrowsAsync<StartUpRefusedException>(() => CrmDatabase.OpenAsync(app, owner, Path.GetTempPath(), NullLogger.Instance, Ct));

        Assert.Contains("No Reset On Close", refused.Message, StringComparison.Ordinal);
    }

    private static void Add(ref int count, int more) => Interlocked.Add(ref count, more);

    private static ServiceProvider Services(NpgsqlDataSource source)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPlatform(source);
        return services.BuildServiceProvider(validateScopes: true);
    }
}

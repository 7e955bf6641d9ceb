using System.Data.Common;
using CrmStudio.Infrastructure.Platform.Auditing;
using CrmStudio.Infrastructure.Platform.Live;
using CrmStudio.Infrastructure.Platform.Outbox;
using CrmStudio.Infrastructure.Platform.Search;
using CrmStudio.Infrastructure.Platform.Tenancy;
using CrmStudio.Infrastructure.Platform.Undo;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

namespace CrmStudio.Infrastructure.Platform.Persistence;

/// <summary>How the context is set up, the same in the app, in tests and at design time.</summary>
public static class CrmDbContextOptions
{
    private const string MigrationsAssembly = "CrmStudio.Migrations";

    // Identity reads its schema version from the application's services; without this there is no passkey table.
    private static readonly IServiceProvider identityOptions = new ServiceCollection()
        .Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider();

    /// <summary>Uses an open pool of connections.</summary>
    public static DbContextOptionsBuilder UseCrm(this DbContextOptionsBuilder options, DbDataSource source) =>
        Common(options.UseNpgsql(source, Npgsql));

    /// <summary>Uses a connection string; for migrations.</summary>
    public static DbContextOptionsBuilder UseCrm(this DbContextOptionsBuilder options, string connectionString) =>
        Common(options.UseNpgsql(connectionString, Npgsql));

    private static void Npgsql(NpgsqlDbContextOptionsBuilder npgsql) => npgsql
        .MigrationsAssembly(MigrationsAssembly)
        .MigrationsHistoryTable("__ef_migrations")
        .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter);

    private static DbContextOptionsBuilder Common(DbContextOptionsBuilder options) => options
        .UseApplicationServiceProvider(identityOptions)
        // The stamp sees the rows the others add; the index is written once the stamp let them pass; large saves are written when all is said.
        .AddInterceptors(
            new UndoInterceptor(), new OutboxInterceptor(), new AuditInterceptor(), new OrganizationStampInterceptor(), new SearchInterceptor(), new ManyRowsInterceptor(),
            new NoticeInterceptor());
}

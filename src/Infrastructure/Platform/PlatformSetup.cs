using System.Data.Common;
using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Compliance;
using CrmStudio.Infrastructure.Platform.Auditing;
using CrmStudio.Infrastructure.Platform.Live;
using CrmStudio.Infrastructure.Platform.Merging;
using CrmStudio.Infrastructure.Platform.Outbox;
using CrmStudio.Infrastructure.Platform.Persistence;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CrmStudio.Infrastructure.Platform;

/// <summary>Registers what every room needs to persist, isolate, audit and dispatch.</summary>
public static class PlatformSetup
{
    /// <summary>Adds the platform on a pool of connections that run as the app's database role.</summary>
    public static IServiceCollection AddPlatform(this IServiceCollection services, NpgsqlDataSource source)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<DbDataSource>(source);
        services.AddSingleton(source);
        services.AddPooledDbContextFactory<CrmDbContext>((provider, options) => options.UseCrm(source).UseLoggerFactory(provider.GetRequiredService<ILoggerFactory>()));
        services.AddScoped<CurrentMember>();
        services.AddScoped<CrmWork>();
        services.AddScoped<SignInDoor>();
        services.AddScoped<AuthorityReader>();
        services.AddScoped<AuditSealer>();
        services.AddScoped<OutboxDispatcher>();
        services.AddSingleton<OrganizationSweep>();
        services.AddScoped<RecordMerger>();
        services.AddSingleton<RuleBooks>();
        services.AddSingleton<LiveListener>();
        services.AddSingleton<PresenceVoice>();
        services.AddSingleton<KeptReads>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveListener>());
        return services;
    }
}

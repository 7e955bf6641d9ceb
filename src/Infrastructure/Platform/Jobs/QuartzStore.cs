using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;

namespace CrmStudio.Infrastructure.Platform.Jobs;

/// <summary>Quartz on PostgreSQL: an alarm clock shared by the nodes. What is due stands in our own rows.</summary>
public static class QuartzStore
{
    /// <summary>Adds the clustered scheduler; it connects as the app's role and expects its tables to be there.</summary>
    public static IServiceCollection AddClusteredQuartz(this IServiceCollection services, string connectionString, Action<IQuartzBuilder> timetable) =>
        services.AddQuartz(quartz =>
        {
            UseStore(quartz, connectionString, provision: false);
            timetable(quartz);
        });

    /// <summary>Makes Quartz's tables where they are missing. Needs the owner's connection.</summary>
    public static async Task ProvisionAsync(string ownerConnectionString, ILoggerFactory log, CancellationToken ct)
    {
        var services = new ServiceCollection();
        services.AddSingleton(log);
        services.AddLogging();
        services.AddQuartz(quartz => UseStore(quartz, ownerConnectionString, provision: true));
        await using var provider = services.BuildServiceProvider();
        var scheduler = await provider.GetRequiredService<ISchedulerFactory>().GetScheduler(ct);
        await scheduler.Shutdown(waitForJobsToComplete: false, ct);
    }

    private static void UseStore(IQuartzBuilder quartz, string connectionString, bool provision)
    {
        quartz.ConfigureScheduler(options =>
        {
            options.InstanceName = "crm";
            options.GenerateInstanceId = true;
        });
        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(NpgsqlFactory.Instance, connectionString);
            store.UseClustering(cluster => cluster.CheckinInterval = TimeSpan.FromSeconds(5));
            if (provision) store.ProvisionSchema();
            store.ConfigureStore(options =>
            {
                options.TablePrefix = "qrtz_";
                options.StoreJobDataAsStrings = true;
            });
        });
    }
}

using CrmStudio.App.Hosting.Jobs;
using CrmStudio.App.Leads.Scoring.Jobs;
using CrmStudio.App.Loans.Clocks.Jobs;
using CrmStudio.App.Loans.Locks.Jobs;
using CrmStudio.App.Loans.Papers.Jobs;
using CrmStudio.App.Loans.Updates.Jobs;
using CrmStudio.App.Loans.Watch.Jobs;
using CrmStudio.App.Shell.Drafts.Jobs;
using CrmStudio.App.Shell.Search.Jobs;
using CrmStudio.Infrastructure.Platform.Jobs;
using Quartz;

namespace CrmStudio.App.Hosting;

/// <summary>Everything that runs on a clock, and when.</summary>
public static class Timetable
{
    /// <summary>How often the audit trail is sealed; an entry waits at most this long.</summary>
    public static readonly TimeSpan SealEvery = TimeSpan.FromSeconds(5);

    /// <summary>How often the whole audit trail is looked through for entries that were saved late.</summary>
    public static readonly TimeSpan SealLateEvery = TimeSpan.FromHours(1);

    /// <summary>How often reactions that failed or were missed are tried.</summary>
    public static readonly TimeSpan DispatchEvery = TimeSpan.FromSeconds(15);

    /// <summary>How often organizations whose records cannot be found are looked for.</summary>
    public static readonly TimeSpan FillSearchEvery = TimeSpan.FromHours(1);

    /// <summary>How often mails to borrowers that are due are handed over.</summary>
    public static readonly TimeSpan SendNoticesEvery = TimeSpan.FromSeconds(30);

    /// <summary>How often documents expire, borrowers are reminded and uploads that were given up are forgotten.</summary>
    public static readonly TimeSpan TendPapersEvery = TimeSpan.FromMinutes(15);

    /// <summary>How often drafts nobody came back to are forgotten.</summary>
    public static readonly TimeSpan ForgetDraftsEvery = TimeSpan.FromHours(12);

    /// <summary>How often status updates whose wait is over are sent.</summary>
    public static readonly TimeSpan SendUpdatesEvery = TimeSpan.FromSeconds(10);

    /// <summary>How often messages about refinancing whose wait is over are sent.</summary>
    public static readonly TimeSpan SendWatchMessagesEvery = TimeSpan.FromSeconds(15);

    /// <summary>How often it is asked in which organizations it is night, to watch their funded loans once.</summary>
    public static readonly TimeSpan WatchEvery = TimeSpan.FromMinutes(30);

    /// <summary>How often the tasks of loans are kept and reminded of.</summary>
    public static readonly TimeSpan KeepTasksEvery = TimeSpan.FromHours(1);

    /// <summary>How often locks run out and are told of; a step of the ladder comes at most this long after midnight.</summary>
    public static readonly TimeSpan TendLocksEvery = TimeSpan.FromMinutes(30);

    /// <summary>How often it is asked in which organizations it is night, to score their open leads once.</summary>
    public static readonly TimeSpan RescoreEvery = TimeSpan.FromMinutes(30);

    public static IServiceCollection AddTimetable(this IServiceCollection services, string connectionString)
    {
        services.AddClusteredQuartz(connectionString, quartz =>
        {
            Every<SealAuditJob>(quartz, SealEvery);
            Every<SealLateAuditJob>(quartz, SealLateEvery);
            Every<DispatchOutboxJob>(quartz, DispatchEvery);
            Every<FillSearchIndexJob>(quartz, FillSearchEvery);
            Every<SendDueNoticesJob>(quartz, SendNoticesEvery);
            Every<TendPapersJob>(quartz, TendPapersEvery);
            Every<ForgetOldDraftsJob>(quartz, ForgetDraftsEvery);
            Every<SendUpdatesJob>(quartz, SendUpdatesEvery);
            Every<KeepLoanTasksJob>(quartz, KeepTasksEvery);
            Every<SendWatchMessagesJob>(quartz, SendWatchMessagesEvery);
            Every<WatchPastLoansJob>(quartz, WatchEvery);
            Every<TendLocksJob>(quartz, TendLocksEvery);
            Every<RescoreLeadsJob>(quartz, RescoreEvery);
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        services.AddHostedService<OutboxPump>();
        return services;
    }

    private static void Every<TJob>(IQuartzBuilder quartz, TimeSpan interval)
        where TJob : IJob => quartz.ScheduleJob<TJob>(
            trigger => trigger.WithIdentity(typeof(TJob).Name).WithSimpleSchedule(schedule => schedule.WithInterval(interval).RepeatForever()),
            job => job.WithIdentity(typeof(TJob).Name));
}

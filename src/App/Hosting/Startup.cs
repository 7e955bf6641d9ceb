using CrmStudio.App.Hosting.Commands;
using CrmStudio.App.Hosting.Settings;
using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Infrastructure.Compliance;
using CrmStudio.Infrastructure.Platform;
using CrmStudio.Infrastructure.Platform.Persistence;
using CrmStudio.Infrastructure.Platform.Postgres;
using CrmStudio.Infrastructure.Platform.Seeding;
using CrmStudio.Infrastructure.Platform.Storage;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Npgsql;

namespace CrmStudio.App.Hosting;

/// <summary>From settings to a serving app: opens the database, migrates where it may, checks the fence, then serves.</summary>
public static partial class Startup
{
    private const string MigrateVerb = "migrate", NewOrganizationVerb = "new-organization";
    private const int HolesNamed = 3;

    /// <summary>The process's exit code; 0 also when it is told to stop before it serves.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        using var stop = new StopSignals();
        try
        {
            return await ServeAsync(args, stop.Token);
        }
        catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
        {
            return 0;
        }
    }

    private static async Task<int> ServeAsync(string[] args, CancellationToken stop)
    {
        var builder = WebApplication.CreateBuilder(args);
        var settings = CrmSettings.Read(builder.Configuration, builder.Environment);
        if (!args.Any(IsVerb)) FreeAddresses.Prove(settings.Urls);
        using var log = LoggerFactory.Create(logging => logging.AddConfiguration(builder.Configuration.GetSection("Logging")).AddSimpleConsole(console => console.SingleLine = true));

        await using var database = await CrmDatabase.OpenAsync(settings.AppConnectionString, settings.OwnerConnectionString, settings.DataFolder, log.CreateLogger<CrmDatabase>(), stop);
        if (args is [MigrateVerb])
        {
            await Migrator.MigrateAsync(database.Owner, database.App, log, stop);
            return 0;
        }

        if (database.IsEmbedded) await Migrator.MigrateAsync(database.Owner, database.App, log, stop);
        await using var source = NpgsqlDataSource.Create(database.App);
        await RefuseHolesAsync(source);

        builder.AddCrm(settings, source, database.App);
        await using var app = builder.Build();
        if (args is [NewOrganizationVerb, .. var words]) return await FoundAsync(app, database.Owner, words, log);
        var store = app.Services.GetRequiredService<IFileStore>();
        await store.ProveAsync(stop);
        if (settings.Demo && database.HasOwner) await DemoOrganizations.LoadAsync(database.Owner, store, TimeProvider.System, log, stop);
        app.MapCrm();
        if (settings.Demo) app.Lifetime.ApplicationStarted.Register(() => Welcome(log.CreateLogger("CrmStudio"), settings));
        await app.RunAsync(stop);
        return 0;
    }

    private static bool IsVerb(string word) => word is MigrateVerb or NewOrganizationVerb;

    private static async Task<int> FoundAsync(WebApplication app, string owner, string[] words, ILoggerFactory log)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var link = await scope.ServiceProvider.GetRequiredService<NewOrganization>().RunAsync(owner, words, CancellationToken.None);
        Founded(log.CreateLogger("CrmStudio"), words[0], words[5], link is null ? "signs in with the password they have" : $"chooses a password within the hour at {link}");
        return 0;
    }

    [LoggerMessage(LogLevel.Information, "{Name} is founded. Its administrator {Email} {Next}")]
    private static partial void Founded(ILogger logger, string name, string email, string next);

    private static void Welcome(ILogger log, CrmSettings settings)
    {
        Serving(log, settings.PublicUrl, DemoOrganizations.Password);
        foreach (var person in DemoSignIn.All) Person(log, person.Email, person.Name, person.Words, person.Organization);
    }

    [LoggerMessage(LogLevel.Information, "CrmStudio serves {Url}   Demo sign-ins, each with the password {Password}:")]
    private static partial void Serving(ILogger logger, Uri url, string password);

    [LoggerMessage(LogLevel.Information, "  {Email}   {Name}, {Words} ({Organization})")]
    private static partial void Person(ILogger logger, string email, string name, string words, string organization);

    /// <summary>The app does not run on a database whose fence has a hole, nor on one whose schema it does not know.</summary>
    private static async Task RefuseHolesAsync(NpgsqlDataSource source)
    {
        await using var connection = await OpenAsync(source);
        if (await Migrator.PendingAsync(connection, CancellationToken.None) is { Count: > 0 } pending)
            throw new StartUpRefusedException($"The database lacks {pending.Count} migration(s), the first is {pending[0]}: run scripts/migrate.");
        if (!await RulePackLoader.IsLoadedAsync(connection, RulePack.Shipped, CancellationToken.None))
            throw new StartUpRefusedException($"The database lacks the rules of pack {RulePack.Shipped.Version}: run scripts/migrate.");
        if (await FenceCheck.HolesAsync(connection, CancellationToken.None) is { Count: > 0 } holes)
            throw new StartUpRefusedException($"The fence between organizations has {holes.Count} hole(s): {string.Join(' ', holes.Take(HolesNamed))}{(holes.Count > HolesNamed ? " …" : "")}");
    }

    private static async Task<NpgsqlConnection> OpenAsync(NpgsqlDataSource source)
    {
        try
        {
            return await source.OpenConnectionAsync();
        }
        catch (NpgsqlException e)
        {
            throw new StartUpRefusedException($"ConnectionStrings__Crm does not open: {e.Message}");
        }
    }
}

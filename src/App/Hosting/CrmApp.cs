using CrmStudio.App.Access;
using CrmStudio.App.Access.Api;
using CrmStudio.App.Contacts.Api;
using CrmStudio.App.Contacts;
using CrmStudio.App.Hosting.Commands;
using CrmStudio.App.Hosting.Settings;
using CrmStudio.App.Integrations.Imports;
using CrmStudio.App.Leads.Api;
using CrmStudio.App.Leads.Forms;
using CrmStudio.App.Leads;
using CrmStudio.App.Loans;
using CrmStudio.App.Loans.Commissions;
using CrmStudio.App.Loans.Letters;
using CrmStudio.App.Loans.Feeds;
using CrmStudio.App.Loans.Mismo;
using CrmStudio.App.Loans.Papers;
using CrmStudio.App.Shell;
using CrmStudio.App.Shell.Drafts;
using CrmStudio.Infrastructure.Platform;
using CrmStudio.Infrastructure.Platform.Postgres;
using CrmStudio.Infrastructure.Platform.Storage;
using Npgsql;

namespace CrmStudio.App.Hosting;

/// <summary>The app's table of contents: what is registered, and what is mapped.</summary>
public static class CrmApp
{
    public static void AddCrm(this WebApplicationBuilder builder, CrmSettings settings, NpgsqlDataSource source, string connectionString)
    {
        builder.WebHost.UseUrls([.. settings.Urls]);
        builder.Services.AddSingleton(settings);
        builder.Services.AddPlatform(source);
        builder.Services.AddFileStore(settings.DataFolder, settings.Bucket);
        builder.Services.AddFeatures();
        builder.Services.AddApi();
        builder.Services.AddTimetable(connectionString);
        builder.Services.AddShell();
        builder.Services.AddCrmSecurity(settings, builder.Environment);
        builder.Services.AddScoped<NewOrganization>();
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);
    }

    public static void MapCrm(this WebApplication app)
    {
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found");
        app.UseRequestLocalization("en-US");
        app.UseCrmSecurity();
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") }).AllowAnonymous();
        app.MapAccess();
        app.MapImports();
        app.MapContacts();
        app.MapLeads();
        app.MapLoanGrid();
        app.MapPapers();
        app.MapFeeds();
        app.MapLeadForms();
        var api = app.MapApi();
        api.MapLeadApi();
        api.MapContactApi();
        api.MapCompanyApi();
        app.MapDrafts();
        app.MapLogo();
        app.MapLetters();
        app.MapMismo();
        app.MapCommissions();
        app.MapGet("/", () => Results.LocalRedirect(LoanUrls.Board));
        app.MapShell(Security.Sockets);
    }
}

using CrmStudio.App.Access;
using CrmStudio.App.Compliance;
using CrmStudio.App.Contacts;
using CrmStudio.App.Contacts.Tasks;
using CrmStudio.App.Integrations;
using CrmStudio.App.Leads;
using CrmStudio.App.Loans;
using CrmStudio.App.Pipelines;
using CrmStudio.App.Shell.Live;
using CrmStudio.App.Shell.Search;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Infrastructure.Platform.Outbox;

namespace CrmStudio.App.Hosting;

/// <summary>Finds the use cases, queries and reactions of every room by where they live.</summary>
public static class Features
{
    /// <summary>Registers every public class of a <c>UseCases</c>, <c>Queries</c> or <c>Undo</c> folder, and every reaction.</summary>
    public static IServiceCollection AddFeatures(this IServiceCollection services)
    {
        foreach (var type in typeof(Features).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false, IsPublic: true }))
        {
            if (IsVerb(type)) services.AddScoped(type);
            foreach (var heard in type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IReaction<>)))
                services.AddScoped(heard, type);
        }
        services.AddSingleton<OrganizationFeed>();
        services.AddSingleton(SearchPatience.Usual);
        services.AddScoped<ViewerClock>();
        services.AddScoped<LetterPapers>();
        services.AddScoped<UndoToast>();
        services.AddCompliance();
        services.AddIntegrations();
        services.AddContacts();
        services.AddTasks();
        services.AddLeads();
        services.AddPipelines();
        services.AddLoans();
        return services;
    }

    private static bool IsVerb(Type type) =>
        type.Namespace is { } place
        && (place.EndsWith(".UseCases", StringComparison.Ordinal) || place.EndsWith(".Queries", StringComparison.Ordinal) || place.EndsWith(".Undo", StringComparison.Ordinal))
        && type.GetMethods().Any(method => method.Name is "RunAsync" or "ReadAsync");
}

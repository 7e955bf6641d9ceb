using CrmStudio.App.Shell;
using CrmStudio.Domain.Contacts;

namespace CrmStudio.App.Contacts.Tasks;

/// <summary>The front door of tasks.</summary>
public static class TasksFeature
{
    public static IServiceCollection AddTasks(this IServiceCollection services)
    {
        services.AddSingleton(new NavEntry(5, "My day", TaskUrls.MyDay, "today", TaskPermissions.Work, Go: "t"));
        services.AddSingleton(new NavEntry(98, "Task sequences", TaskUrls.Sequences, "check", TaskPermissions.SetSequences, NavEntry.Settings, About: "Tasks that belong together, to start on a person, a lead or a loan with one click"));
        services.AddScoped<TaskDesk>().AddScoped<ITaskSubjects, ContactSubjects>();
        return services;
    }
}

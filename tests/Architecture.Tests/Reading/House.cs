using System.Reflection;
using CrmStudio.App.Hosting;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Persistence;

namespace CrmStudio.Architecture.Tests.Reading;

/// <summary>Three floors, the same rooms on each, and a street that runs one way.</summary>
internal static class House
{
    public static Assembly Domain { get; } = typeof(Entity).Assembly;

    public static Assembly Infrastructure { get; } = typeof(CrmDbContext).Assembly;

    public static Assembly App { get; } = typeof(Features).Assembly;

    public static IReadOnlyList<Assembly> Floors { get; } = [Domain, Infrastructure, App];

    /// <summary>The rooms in the order of the street. A room may look back, never forward.</summary>
    public static IReadOnlyList<string> Street { get; } =
    [
        "Access", "Compliance", "Billing", "Integrations",
        "Contacts", "Leads", "Inbox", "Pipelines", "Loans", "Partners", "Sales", "Proposals",
        "Campaigns", "Coaching", "Automation", "Mobile",
    ];

    /// <summary>What is not a room, and which rooms it may see.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> BesideTheStreet { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["Domain.Common"] = [],                       // the words every room is written in
        ["Infrastructure.Platform"] = Street,         // persists, isolates, audits and dispatches all of them, and seeds the demonstration
        ["App.Kit"] = [],                             // pieces any page may use: they know no business
        ["App.Shell"] = ["Access"],                   // the frame around the pages: who is signed in, and what they are told
        ["App.Hosting"] = Street,                     // puts the house together
    };

    /// <summary>Where a class is: its floor and its room, or the place beside the street.</summary>
    public static (string Floor, string Room) PlaceOf(Type type)
    {
        var words = (type.Namespace ?? "").Split('.');
        return words.Length < 3 ? (words.ElementAtOrDefault(1) ?? "", "") : (words[1], words[2]);
    }
}

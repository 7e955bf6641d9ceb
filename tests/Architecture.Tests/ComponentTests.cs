using System.Reflection;
using CrmStudio.App.Shell;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Persistence;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace CrmStudio.Architecture.Tests;

public sealed class ComponentTests
{
    private static readonly IReadOnlyList<Type> components = [.. House.App.GetTypes().Where(type => type.IsAssignableTo(typeof(IComponent)))];

    [Fact]
    public void A_component_asks_use_cases_and_never_the_database()
    {
        Type[] database = [typeof(CrmDbContext), typeof(CrmWork), typeof(CrmUnit), typeof(SignInDoor)];
        var askers =
            from mention in Blueprint.Of(House.App)
            where components.Contains(mention.By)
            from type in mention.Named.Types()
            where database.Contains(type) || type.Assembly.GetName().Name is { } assembly && (assembly.Contains("EntityFrameworkCore", StringComparison.Ordinal) || assembly == "Npgsql")
            select mention;
        House.None(askers);
    }

    [Fact]
    public void An_interactive_component_sees_no_request()
    {
        var seers =
            from mention in Blueprint.Of(House.App)
            where components.Contains(mention.By) && !IsStatic(mention.By)
            where mention.Named.Types().Any(type => type == typeof(HttpContext) || type == typeof(IHttpContextAccessor))
            select mention;
        House.None(seers);
    }

    [Fact]
    public void An_interactive_page_asks_nothing_that_sees_the_request()
    {
        var askers =
            from page in components
            where page.IsDefined(typeof(RouteAttribute)) && !IsStatic(page)
            from asked in AskedBy(page)
            where SeesRequest(asked, [])
            select $"{page.FullName} asks {asked.Name}";
        House.None(askers);
    }

    [Fact]
    public void A_page_asks_for_a_sign_in_or_is_no_part_of_the_circuit()
    {
        var open = components.Where(page => page.IsDefined(typeof(RouteAttribute)) && !page.IsDefined(typeof(AuthorizeAttribute)) && !IsStatic(page));
        House.None(open);
    }

    // A part that appears while its page takes over the address subscribes in the middle of that: Blazor ends the circuit.
    [Fact]
    public void Only_a_page_takes_values_from_the_address()
    {
        var takers =
            from part in components
            where !part.IsDefined(typeof(RouteAttribute))
            from property in part.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            where property.IsDefined(typeof(SupplyParameterFromQueryAttribute)) && !components.Any(page => page.IsDefined(typeof(RouteAttribute)) && page.IsSubclassOf(part))
            select $"{part.FullName}.{property.Name}";
        House.None(takers);
    }

    // The document is rendered once, by the request, around the interactive routes.
    private static bool IsStatic(Type component) => component == typeof(Document) || component.IsDefined(typeof(ExcludeFromInteractiveRoutingAttribute));

    private static IEnumerable<Type> AskedBy(Type type) =>
        type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType)
            .Concat(type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Where(property => property.IsDefined(typeof(InjectAttribute))).Select(property => property.PropertyType));

    private static bool SeesRequest(Type type, HashSet<Type> seen) =>
        type == typeof(IHttpContextAccessor) || (House.Floors.Contains(type.Assembly) && seen.Add(type) && AskedBy(type).Any(asked => SeesRequest(asked, seen)));
}

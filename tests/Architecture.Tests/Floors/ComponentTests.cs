using System.Text.RegularExpressions;
using CrmStudio.Architecture.Tests.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Persistence;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CrmStudio.Architecture.Tests.Floors;

/// <summary>Pages ask and show: they hold no connection and know no request.</summary>
public sealed partial class ComponentTests
{
    private static readonly Type[] data = [typeof(CrmDbContext), typeof(DbContext), typeof(IDbContextFactory<>), typeof(NpgsqlConnection), typeof(NpgsqlDataSource), typeof(CrmWork), typeof(CrmUnit), typeof(SignInDoor)];

    [Fact]
    public void There_are_components_to_look_at() => Assert.True(Components().Count() > 30 && SourceTree.Components().Count > 30);

    [Fact]
    public void No_component_holds_a_way_to_the_database()
    {
        var held = from type in Components() from used in TypeUses.Of(type) where data.Contains(used) select $"{type.FullName} uses {used.Name}";

        Assert.Empty(held);
    }

    [Fact]
    public void No_component_names_a_way_to_the_database()
    {
        var named = SourceTree.Components().Where(component => Data().IsMatch(component.Code)).Select(component => component.Path);

        Assert.Empty(named);
    }

    /// <summary>In a circuit the request is over, or somebody else's. The document and static pages are rendered by a request.</summary>
    [Fact]
    public void No_interactive_component_knows_the_request()
    {
        var knowing = SourceTree.Components()
            .Where(component => Request().IsMatch(component.Code) && component.Path != "src/App/Shell/Document.razor" && !component.Code.Contains("ExcludeFromInteractiveRouting", StringComparison.Ordinal))
            .Select(component => component.Path);
        var holding = from type in Components()
                      where type.Name != "Document" && !type.IsDefined(typeof(ExcludeFromInteractiveRoutingAttribute), true)
                      from used in TypeUses.Of(type)
                      where used == typeof(HttpContext) || used == typeof(IHttpContextAccessor)
                      select type.FullName;

        Assert.Empty(knowing);
        Assert.Empty(holding);
    }

    [Fact]
    public void A_policy_of_a_page_is_a_permission_of_the_catalogue()
    {
        var unknown = from type in Components()
                      from attribute in type.GetCustomAttributes(typeof(AuthorizeAttribute), true).Cast<AuthorizeAttribute>()
                      where attribute.Policy is { } policy && !PermissionCatalog.All.ContainsKey(policy)
                      select $"{type.FullName} asks for {attribute.Policy}";

        Assert.Empty(unknown);
    }

    private static IEnumerable<Type> Components() => TypeUses.Written(House.App).Where(type => type.IsAssignableTo(typeof(IComponent)));

    [GeneratedRegex(@"\b(CrmDbContext|IDbContextFactory|NpgsqlConnection|NpgsqlDataSource|CrmWork|SignInDoor)\b")]
    private static partial Regex Data();

    [GeneratedRegex(@"\b(HttpContext|IHttpContextAccessor)\b")]
    private static partial Regex Request();
}

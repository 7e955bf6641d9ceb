using System.Data.Common;
using System.Reflection;
using CrmStudio.Architecture.Tests.Reading;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Persistence;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CrmStudio.Architecture.Tests.Fence;

/// <summary>There is one way to the data of an organization, and every verb goes it.</summary>
public sealed class DoorTests
{
    /// <summary>Who opens a context or a connection, and why.</summary>
    private static readonly Dictionary<string, string> doors = new(StringComparer.Ordinal)
    {
        ["CrmWork"] = "the way: binds the organization before anything is asked",
        ["SignInDoor"] = "before an organization is known; row-level security then hides every tenant row",
        ["AuthorityReader"] = "identifies a member; binds the organization",
        ["LiveListener"] = "listens on the channel, reads no table",
        ["DatabaseHealth"] = "asks whether the database answers",
        ["Startup"] = "asks the catalog whether the fence stands, before anybody is served",
        ["CrmDbContextOptions"] = "says how a context is set up",
        ["Migrator"] = "migrates as the owner",
        ["DatabaseRoles"] = "makes the two roles",
        ["EmbeddedPostgres"] = "starts the private cluster",
        ["OrganizationRegister"] = "enters an organization, as the owner",
        ["DemoOrganizations"] = "loads the demonstration; binds each organization",
    };

    [Fact]
    public void Nobody_else_opens_a_context_or_a_connection()
    {
        var others = House.Floors.SelectMany(TypeUses.Written).Where(type => !doors.ContainsKey(type.Name))
            .SelectMany(type => TypeUses.Members(type).Where(IsOpening).Select(member => $"{type.FullName} calls {member.DeclaringType!.Name}.{member.Name}"));

        Assert.Empty(others);
    }

    [Fact]
    public void Every_door_is_still_one()
    {
        var opening = House.Floors.SelectMany(TypeUses.Written).Where(type => TypeUses.Members(type).Any(IsOpening)).Select(type => type.Name).ToHashSet();

        Assert.Empty(doors.Keys.Except(opening));
    }

    [Fact]
    public void Every_use_case_and_query_begins_with_a_unit_of_work_or_at_the_sign_in_door()
    {
        var verbs = TypeUses.Written(House.App).Where(IsVerb).ToList();
        var without = verbs.Where(type => !TypeUses.Members(type).Any(IsBeginning)).Select(type => type.FullName);

        Assert.True(verbs.Count > 20);
        Assert.Empty(without);
    }

    /// <summary>A unit that was refused has no data: who forgets to look gets an exception, but the person should get a sentence.</summary>
    [Fact]
    public void Whoever_begins_a_unit_of_work_looks_whether_it_was_refused()
    {
        var blind = TypeUses.Written(House.App).Where(IsVerb)
            .Where(type => TypeUses.Members(type).Any(member => member is { Name: nameof(CrmWork.BeginAsync) } && member.DeclaringType == typeof(CrmWork)))
            .Where(type => !TypeUses.Members(type).Any(member => member is { Name: "get_Refused" } && member.DeclaringType == typeof(CrmUnit)))
            .Select(type => type.FullName);

        Assert.Empty(blind);
    }

    private static bool IsVerb(Type type) =>
        type is { IsClass: true, IsAbstract: false, Namespace: { } place }
        && (place.EndsWith(".UseCases", StringComparison.Ordinal) || place.EndsWith(".Queries", StringComparison.Ordinal) || place.EndsWith(".Undo", StringComparison.Ordinal))
        && type.GetMethods().Any(method => method.Name is "RunAsync" or "ReadAsync" && !method.IsStatic);

    private static bool IsBeginning(MemberInfo member) =>
        (member.Name == nameof(CrmWork.BeginAsync) && member.DeclaringType == typeof(CrmWork)) || (member.Name == "get_Db" && member.DeclaringType == typeof(SignInDoor));

    private static bool IsOpening(MemberInfo member)
    {
        if (member is not MethodBase || member.DeclaringType is not { } owner) return false;
        if (member is ConstructorInfo) return owner == typeof(CrmDbContext) || owner == typeof(NpgsqlConnection) || owner == typeof(NpgsqlDataSourceBuilder);
        if (owner.IsGenericType && owner.GetGenericTypeDefinition() == typeof(IDbContextFactory<>)) return true;
        return owner.IsAssignableTo(typeof(DbDataSource)) && (member.Name.StartsWith("Open", StringComparison.Ordinal) || member.Name.StartsWith("Create", StringComparison.Ordinal));
    }
}

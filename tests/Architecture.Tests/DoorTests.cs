using System.Reflection;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.Architecture.Tests;

/// <summary>The few classes through which everything else reaches the database, each with its reason.</summary>
public sealed class DoorTests
{
    private static readonly Dictionary<string, string> openers = new(StringComparer.Ordinal)
    {
        ["Infrastructure.Platform.Tenancy.CrmWork"] = "the unit of work: binds the organization and checks the permission",
        ["Infrastructure.Access.SignInDoor"] = "before an organization is known: bound to none, sees shared tables only",
        ["Infrastructure.Access.AuthorityReader"] = "says who somebody is, which comes before any unit of theirs",
        ["Infrastructure.Access.OrganizationRegister"] = "enters a new organization, as the owner",
        ["Infrastructure.Platform.Live.LiveListener"] = "hears notices of every organization: ids only",
        ["Infrastructure.Platform.Live.PresenceVoice"] = "tells other nodes who has which record open: ids only, no table",
        ["Infrastructure.Platform.Persistence.Migrator"] = "changes the schema, as the owner",
        ["Infrastructure.Platform.Seeding.DemoOrganizations"] = "fills the demo, as the owner",
        ["Infrastructure.Platform.Postgres.DatabaseHealth"] = "asks whether the database answers",
        ["Infrastructure.Platform.Postgres.DatabaseRoles"] = "makes the roles and the database",
        ["Infrastructure.Platform.Postgres.EmbeddedPostgres"] = "asks whether the cluster it started answers",
        ["App.Hosting.Startup"] = "makes the pool, and does not run on a fence with a hole",
    };

    /// <summary>Who goes through the sign-in door: signing in and out, one's own account, a borrower's link, the address of a feed or a form, a program's key, and finding the organizations.</summary>
    private static readonly string[] signInPlaces =
    [
        "Infrastructure.Access.", "Infrastructure.Platform.PlatformSetup", "Infrastructure.Platform.Tenancy.OrganizationSweep",
        "App.Access.SigningIn.", "App.Access.Circuits.CircuitPatrol", "App.Hosting.Commands.NewOrganization",
        "App.Loans.Papers.BorrowerDoor", "App.Loans.Feeds.FeedDoor", "App.Leads.Forms.FormDoor", "App.Access.Api.ApiDoor", "App.Access.UseCases.AcceptInvitation", "App.Access.UseCases.RemoveAuthenticator", "App.Access.UseCases.RemovePasskey", "App.Access.UseCases.SetUpAuthenticator",
    ];

    /// <summary>Where nobody acts: jobs, the link of an invitation or of a borrower, the address of a feed or a form, a program's key, the people of the demo, and founding an organization.</summary>
    private static readonly string[] systemPlaces =
        ["Infrastructure.Platform.Tenancy.OrganizationSweep", "App.Access.UseCases.AcceptInvitation", "App.Loans.Papers.BorrowerDoor", "App.Loans.Feeds.FeedDoor", "App.Leads.Forms.FormDoor", "App.Access.Api.ApiDoor", "App.Access.SigningIn.DemoDoor", "App.Hosting.Commands.NewOrganization"];

    private static IEnumerable<Mention> Everything => House.Floors.SelectMany(Blueprint.Of);

    [Fact]
    public void Nothing_but_the_named_doors_opens_a_context_or_a_connection()
    {
        var opened = Everything.Where(Opens).ToLookup(mention => Name(mention.By));
        House.None(opened.Where(by => !openers.ContainsKey(by.Key)).SelectMany(by => by));
        House.None(openers.Keys.Where(door => !opened.Contains(door)));   // a door that was walled up leaves the list
    }

    [Fact]
    public void Only_signing_in_goes_through_the_door_before_the_fence() =>
        House.None(Everything.Where(mention => mention.Named.Types().Contains(typeof(SignInDoor)) && !IsIn(mention.By, signInPlaces)));

    [Fact]
    public void Only_named_places_act_as_the_system() =>
        House.None(Everything.Where(mention => mention.Member == "CurrentMember.BecomeSystem" && !IsIn(mention.By, systemPlaces)));

    private static bool Opens(Mention mention) => mention.Named is MethodBase method && (
        method.Types().Contains(typeof(IDbContextFactory<>))
        || (method.DeclaringType == typeof(CrmDbContext) && method.IsConstructor)
        || mention.Member is "NpgsqlConnection..ctor" or "RelationalDatabaseFacadeExtensions.SetConnectionString"
        || mention.Member.StartsWith("NpgsqlDataSource.", StringComparison.Ordinal) || mention.Member.StartsWith("NpgsqlDataSourceBuilder.", StringComparison.Ordinal)
        || mention.Member.Contains("OpenConnection", StringComparison.Ordinal));

    private static bool IsIn(Type type, string[] places) => places.Any(place => Name(type) == place || (place.EndsWith('.') && Name(type).StartsWith(place, StringComparison.Ordinal)));

    private static string Name(Type type) => type.FullName!.Replace("CrmStudio.", "", StringComparison.Ordinal);
}

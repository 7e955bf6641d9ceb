using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CrmStudio.App.Tests.Access.Harness;

/// <summary>A member who can sign in with a password.</summary>
internal sealed record Person(TestMember Member, string Email, TestOrganization Organization)
{
    public const string Password = "harbour lamp quiet fern";

    // Hashed once: at full strength a hash takes half a second here.
    private static readonly Lazy<string> hash = new(() => new PasswordHasher<SignInUser>(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = PasswordGate.Iterations })).HashPassword(new(), Password));

    public static async Task<Person> InAsync(TestOrganization organization, CrmFixture fixture, BuiltInRole role = BuiltInRole.LoanOfficer, Guid? teamId = null)
    {
        var member = await organization.MemberAsync(role, teamId: teamId);
        await using var scope = fixture.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SignInDoor>().Db;
        var user = await db.Users.SingleAsync(u => u.Id == member.UserId);
        user.PasswordHash = hash.Value;
        await db.SaveChangesAsync();
        return new Person(member, user.Email!, organization);
    }

    /// <summary>Somebody of an organization of their own.</summary>
    public static async Task<Person> AloneAsync(CrmFixture fixture, bool isDemo, BuiltInRole role = BuiltInRole.LoanOfficer)
    {
        var organization = await TestOrganization.CreateAsync(fixture);
        if (isDemo) await organization.MakeDemoAsync(fixture);
        return await InAsync(organization, fixture, role);
    }
}

internal static class Demonstrations
{
    public static async Task MakeDemoAsync(this TestOrganization organization, CrmFixture fixture)
    {
        await using var owner = new NpgsqlConnection(fixture.Strings.Owner);
        await owner.OpenAsync();
        await using var update = new NpgsqlCommand("update organizations set is_demo = true where id = $1", owner) { Parameters = { new() { Value = organization.Id } } };
        await update.ExecuteNonQueryAsync();
    }
}

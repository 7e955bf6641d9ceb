using System.Text.Json;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Compliance;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Auditing;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CrmStudio.Infrastructure.Tests.Platform.Auditing;

/// <summary>Every change of a row stands in the trail, in the save that made it.</summary>
public sealed class AuditTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("update audit_entries set verb = 'nothing' where org_id = $1")]
    [InlineData("update audit_seals set hash = '' where org_id = $1")]
    [InlineData("delete from audit_entries where org_id = $1")]
    [InlineData("delete from audit_seals where org_id = $1")]
    public async Task The_apps_role_changes_nothing_in_the_trail(string statement)
    {
        var (fixture, organization) = await StartAsync();
        await using var app = new NpgsqlConnection(fixture.Strings.App);
        await app.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(statement, app) { Parameters = { new() { Value = organization.Id } } };

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Ct));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Adding_changing_and_removing_a_row_leave_what_was_before_and_after()
    {
        var (_, organization) = await StartAsync();
        var contact = new Contact("Marisol", "Whitlock");
        await organization.SaveAsync(unit => unit.Db.Contacts.Add(contact));
        await organization.SaveAsync(async unit => (await unit.Db.Contacts.SingleAsync(Ct)).ReachBy("marisol@example.com", null));
        await organization.SaveAsync(async unit => unit.Db.Contacts.Remove(await unit.Db.Contacts.SingleAsync(Ct)));

        var trail = await TrailAsync(organization, contact.Id);

        Assert.Equal([AuditAction.Insert, AuditAction.Update, AuditAction.Delete], trail.Select(entry => entry.Action));
        Assert.All(trail, entry => Assert.Equal(("test.given", "contacts", Guid.Empty), (entry.Verb, entry.EntityType, entry.MemberId)));
        Assert.Null(trail[0].Before);
        Assert.Equal("Whitlock", Field(trail[0].After, "LastName"));
        Assert.Null(Field(trail[1].Before, "Email"));
        Assert.Equal("marisol@example.com", Field(trail[1].After, "Email"));
        Assert.False(JsonDocument.Parse(trail[1].After!).RootElement.TryGetProperty("LastName", out _));   // only what changed
        Assert.Equal("marisol@example.com", Field(trail[2].Before, "Email"));
        Assert.Null(trail[2].After);
    }

    [Fact]
    public async Task A_save_that_fails_leaves_no_entry()
    {
        var (_, organization) = await StartAsync();
        var before = await CountAsync(organization);

        await Assert.ThrowsAsync<DbUpdateException>(() => organization.SaveAsync(unit => unit.Db.Roles.Add(Role.From(BuiltInRole.Admin))));   // the name is taken

        Assert.Equal(before, await CountAsync(organization));
    }

    [Fact]
    public async Task A_secret_stands_in_no_entry()
    {
        var (_, organization) = await StartAsync();
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        var hash = Invitation.HashOf("open sesame");
        var invitation = await organization.SaveAsync(async unit =>
        {
            var invited = new Invitation("new@example.com", (await unit.Db.Roles.FirstAsync(Ct)).Id, null, admin.Id, "open sesame", unit.At);
            unit.Db.Invitations.Add(invited);
            return invited.Id;
        });
        await organization.SaveAsync(async unit => unit.Db.Invitations.Remove(await unit.Db.Invitations.SingleAsync(Ct)));

        var trail = await TrailAsync(organization, invitation);

        Assert.Equal(2, trail.Count);
        Assert.All(trail, entry => Assert.DoesNotContain(hash, entry.Before + entry.After, StringComparison.OrdinalIgnoreCase));
        Assert.Equal("new@example.com", Field(trail[0].After, "Email"));
    }

    [Fact]
    public async Task A_sensitive_read_is_noted()
    {
        var (_, organization) = await StartAsync();

        await organization.SaveAsync(unit => unit.Read("loans", Guid.Empty, """{"rows":12}"""));

        var entry = Assert.Single(await TrailAsync(organization, Guid.Empty));
        Assert.Equal((AuditAction.Read, "loans", """{"rows":12}"""), (entry.Action, entry.EntityType, entry.After));
    }

    private static string? Field(string? json, string name) => JsonDocument.Parse(json!).RootElement.GetProperty(name).GetString();

    private static Task<int> CountAsync(TestOrganization organization) => organization.SaveAsync(unit => unit.Db.AuditEntries.CountAsync(Ct));

    private static Task<List<AuditEntry>> TrailAsync(TestOrganization organization, Guid id) =>
        organization.SaveAsync(unit => unit.Db.AuditEntries.AsNoTracking().Where(entry => entry.EntityId == id).OrderBy(entry => entry.At).ToListAsync(Ct));

    private static async Task<(CrmFixture, TestOrganization)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        return (fixture, await TestOrganization.CreateAsync(fixture));
    }
}

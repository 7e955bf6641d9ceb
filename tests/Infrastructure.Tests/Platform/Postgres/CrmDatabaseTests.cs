using CrmStudio.Infrastructure.Platform;
using CrmStudio.Infrastructure.Platform.Postgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CrmStudio.Infrastructure.Tests.Platform.Postgres;

public sealed class CrmDatabaseTests
{
    private const string Server = "Host=db;Database=crm;Username=crm_app;Password=x";

    [Theory]
    [InlineData(Server + ";No Reset On Close=true", null, "ConnectionStrings__Crm contains No Reset On Close, with which the next user of a pooled connection would inherit an organization: remove it.")]
    [InlineData(Server, Server + ";NoResetOnClose=true", "ConnectionStrings__CrmOwner contains No Reset On Close, with which the next user of a pooled connection would inherit an organization: remove it.")]
    [InlineData("Hosst=db", null, "ConnectionStrings__Crm is not a connection string that Npgsql understands.")]
    [InlineData("Host=db;Port=many", null, "ConnectionStrings__Crm is not a connection string that Npgsql understands.")]
    [InlineData("crm", null, "ConnectionStrings__Crm is not a connection string that Npgsql understands.")]
    [InlineData("Database=crm", null, "ConnectionStrings__Crm names no Host.")]
    [InlineData(null, Server, "ConnectionStrings__Crm is not set although ConnectionStrings__CrmOwner is: set both, or neither to use the built-in database.")]
    public async Task A_connection_string_that_cannot_be_used_is_named(string? app, string? owner, string sentence) =>
        Assert.Equal(sentence, (await Assert.ThrowsAsync<StartUpRefusedException>(() => OpenAsync(app, owner))).Message);

    [Fact]
    public async Task A_node_that_only_serves_need_not_know_the_owner_until_it_is_asked_to_migrate()
    {
        await using var database = await OpenAsync(Server, null);

        Assert.False(database.HasOwner);
        Assert.Equal("ConnectionStrings__CrmOwner is not set: migrations sign in as the owner of the database.", Assert.Throws<StartUpRefusedException>(() => database.Owner).Message);
    }

    [Fact]
    public async Task A_given_server_is_used_with_prepared_statements_unless_it_says_otherwise()
    {
        await using var plain = await OpenAsync(Server, Server);
        await using var own = await OpenAsync(Server + ";Max Auto Prepare=7;Maximum Pool Size=3;Application Name=node-2", null);

        Assert.Equal((50, 2, "crmstudio"), Habits(plain.App));
        Assert.Equal((7, 5, "node-2"), Habits(own.App));
        Assert.Equal(3, new NpgsqlConnectionStringBuilder(own.App).MaxPoolSize);
        Assert.False(plain.IsEmbedded);
    }

    private static (int, int, string?) Habits(string connectionString)
    {
        var parsed = new NpgsqlConnectionStringBuilder(connectionString);
        return (parsed.MaxAutoPrepare, parsed.AutoPrepareMinUsages, parsed.ApplicationName);
    }

    private static Task<CrmDatabase> OpenAsync(string? app, string? owner) =>
        CrmDatabase.OpenAsync(app, owner, "/nowhere", NullLogger.Instance, TestContext.Current.CancellationToken);
}

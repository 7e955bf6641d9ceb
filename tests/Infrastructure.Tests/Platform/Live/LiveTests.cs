using System.Text.Json;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Live;
using CrmStudio.Infrastructure.Tests.Platform.Tenancy;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CrmStudio.Infrastructure.Tests.Platform.Live;

/// <summary>The channel is outside row-level security: every listener hears every organization, so it carries ids and nothing else.</summary>
public sealed class LiveTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_save_tells_which_rows_it_touched_and_no_value()
    {
        var (fixture, organization) = await StartAsync();
        await using var channel = await Channel.OpenAsync(fixture, organization);
        var contact = new Contact("Marisol", "Whitlock");
        contact.ReachBy("marisol@example.com", "207 555 0142");

        await organization.SaveAsync(unit => unit.Db.Contacts.Add(contact));

        var payload = await channel.NextAsync();
        Assert.Equal($$"""{"o":"{{organization.Id}}","m":"{{Guid.Empty}}","r":{"contacts":["{{contact.Id}}"]},"x":false}""", payload);
    }

    [Fact]
    public async Task One_save_is_one_notice_with_the_rows_of_every_table()
    {
        var (fixture, organization) = await StartAsync();
        await using var channel = await Channel.OpenAsync(fixture, organization);

        var loan = await organization.LoanAsync();

        var change = JsonSerializer.Deserialize<LiveChange>(await channel.NextAsync())!;
        Assert.Equal([loan], change.Rows["loans"]);
        Assert.True(change.Touches("loan_stage_visits"));
        Assert.False(change.Touches("contacts"));
        Assert.Equal(["loan_stage_visits", "loans"], change.Rows.Keys.Order());   // not the audit trail, not the outbox
    }

    [Fact]
    public async Task A_big_save_tells_a_hundred_rows_and_that_there_are_more()
    {
        var (fixture, organization) = await StartAsync();
        await using var channel = await Channel.OpenAsync(fixture, organization);

        await organization.SaveAsync(unit => unit.Db.Contacts.AddRange(Enumerable.Range(0, LiveChange.MaxRows + 1).Select(n => new Contact($"Person {n}", "Many"))));

        var payload = await channel.NextAsync();
        var change = JsonSerializer.Deserialize<LiveChange>(payload)!;
        Assert.InRange(payload.Length, 1, 7_999);   // what PostgreSQL allows
        Assert.Equal((LiveChange.MaxRows, true, true), (change.Rows["contacts"].Count, change.More, change.Touches("loans")));
    }

    [Fact]
    public async Task A_save_that_fails_or_changes_nothing_tells_nothing()
    {
        var (fixture, organization) = await StartAsync();
        await using var channel = await Channel.OpenAsync(fixture, organization);

        await Assert.ThrowsAsync<DbUpdateException>(() => organization.SaveAsync(async unit => unit.Db.Add(new Domain.Access.Role((await unit.Db.Roles.FirstAsync(Ct)).Name))));
        await organization.SaveAsync(_ => { });
        var contact = new Contact("Marisol", "Whitlock");
        await organization.SaveAsync(unit => unit.Db.Contacts.Add(contact));

        Assert.Contains(contact.Id.ToString(), await channel.NextAsync(), StringComparison.Ordinal);   // the first there was
    }

    [Fact]
    public async Task The_listener_passes_notices_on_and_says_when_it_was_cut_off()
    {
        var (fixture, organization) = await StartAsync();
        var name = $"live-{Guid.NewGuid():n}";
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(fixture.Strings.App) { ApplicationName = name });
        using var listener = new LiveListener(source, TimeProvider.System, NullLogger<LiveListener>.Instance);
        var (heard, resumed) = (new SemaphoreSlim(0), new TaskCompletionSource());
        listener.Changed += change =>
        {
            if (change.OrgId == organization.Id) heard.Release();
        };
        listener.Resumed += resumed.SetResult;
        await listener.StartAsync(Ct);
        await HearAsync(organization, heard);

        await using (var superuser = new NpgsqlConnection(await SchemaDatabase.SuperuserAsync("postgres")))
        {
            await superuser.OpenAsync(Ct);
            await using var cut = new NpgsqlCommand("select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1", superuser) { Parameters = { new() { Value = name } } };
            Assert.Equal(true, await cut.ExecuteScalarAsync(Ct));
        }

        await resumed.Task.WaitAsync(TimeSpan.FromSeconds(20), Ct);
        await HearAsync(organization, heard);
        await listener.StopAsync(Ct);
    }

    // Saves until a notice comes through: the listener may not be listening yet.
    private static async Task HearAsync(TestOrganization organization, SemaphoreSlim heard)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            await organization.SaveAsync(unit => unit.Db.Contacts.Add(new Contact("Marisol", "Whitlock")));
            if (await heard.WaitAsync(100, Ct)) return;
        }
        Assert.Fail("No notice came through.");
    }

    private static async Task<(CrmFixture, TestOrganization)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        return (fixture, await TestOrganization.CreateAsync(fixture));
    }

    /// <summary>PostgreSQL's channel as the app's role hears it, one organization of it.</summary>
    private sealed class Channel(NpgsqlConnection connection) : IAsyncDisposable
    {
        private readonly Queue<string> payloads = new();

        public static async Task<Channel> OpenAsync(CrmFixture fixture, TestOrganization organization)
        {
            var connection = new NpgsqlConnection(fixture.Strings.App);
            await connection.OpenAsync(Ct);
            var channel = new Channel(connection);
            connection.Notification += (_, notice) =>
            {
                if (notice.Payload.Contains(organization.Id.ToString(), StringComparison.Ordinal)) channel.payloads.Enqueue(notice.Payload);
            };
            await using var listen = new NpgsqlCommand($"listen {LiveChange.Channel}", connection);
            await listen.ExecuteNonQueryAsync(Ct);

            // What was saved just before may still come in: read up to a row that was saved after.
            var marker = new Contact("Here", "From");
            await organization.SaveAsync(unit => unit.Db.Contacts.Add(marker));
            while (!(await channel.NextAsync()).Contains(marker.Id.ToString(), StringComparison.Ordinal)) { }
            return channel;
        }

        public async Task<string> NextAsync()
        {
            while (payloads.Count == 0) Assert.True(await connection.WaitAsync(TimeSpan.FromSeconds(20), Ct), "No notice came.");
            return payloads.Dequeue();
        }

        public ValueTask DisposeAsync() => connection.DisposeAsync();
    }
}

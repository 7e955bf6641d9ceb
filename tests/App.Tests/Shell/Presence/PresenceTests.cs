using System.Text.Json;
using CrmStudio.App.Shell.Presence;
using CrmStudio.App.Tests.Access.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Platform.Live;
using CrmStudio.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CrmStudio.App.Tests.Shell.Presence;

public sealed class PresenceTests
{
    private static readonly Guid org = Guid.CreateVersion7(), otherOrg = Guid.CreateVersion7(), ana = Guid.CreateVersion7(), sam = Guid.CreateVersion7(), loan = Guid.CreateVersion7();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Another_organization_learns_nothing_of_who_is_at_a_record()
    {
        await using var node = await Node.StartAsync();
        var heard = new List<Guid>();
        using var subscription = node.Book.Subscribe(otherOrg, heard.Add);

        using var seat = node.DeskOf(org, ana).Sit(loan);

        Assert.Empty(node.Book.In(otherOrg, but: sam));
        Assert.Empty(heard);
        Assert.Single(node.Book.In(org, but: sam)[loan]);
    }

    [Fact]
    public async Task Nobody_is_shown_to_themselves_and_two_tabs_are_one_person()
    {
        await using var node = await Node.StartAsync();
        using var reading = node.DeskOf(org, ana).Sit(loan);
        using var writing = node.DeskOf(org, ana).Sit(loan);
        writing.Edits(true);

        Assert.Empty(node.DeskOf(org, ana).Others());
        Assert.Equal((ana, true), node.DeskOf(org, sam).Others()[loan].Select(seen => (seen.MemberId, seen.IsEditing)).Single());

        writing.Dispose();
        Assert.False(node.DeskOf(org, sam).Others()[loan].Single().IsEditing);
    }

    [Fact]
    public async Task A_browser_that_is_away_sits_nowhere_until_it_is_back()
    {
        await using var node = await Node.StartAsync();
        var desk = node.DeskOf(org, ana);
        using var seat = desk.Sit(loan);

        await desk.OnConnectionDownAsync(null!, Ct);
        Assert.Empty(node.Book.In(org, but: sam));

        await desk.OnConnectionUpAsync(null!, Ct);
        Assert.Single(node.Book.In(org, but: sam)[loan]);

        seat.Dispose();
        await desk.OnConnectionUpAsync(null!, Ct);
        Assert.Empty(node.Book.In(org, but: sam));
    }

    [Fact]
    public async Task Another_node_hears_who_comes_edits_and_leaves()
    {
        await using var here = await Node.StartAsync();
        await using var there = await Node.StartAsync();
        var record = Guid.CreateVersion7();

        var seat = here.DeskOf(org, ana).Sit(record);
        await UntilAsync(() => there.Book.In(org, but: sam)[record].Any());
        seat.Edits(true);
        await UntilAsync(() => there.Book.In(org, but: sam)[record].Single().IsEditing);
        seat.Dispose();

        await UntilAsync(() => !there.Book.In(org, but: sam).Contains(record));
    }

    [Fact]
    public async Task A_node_that_comes_up_late_learns_within_a_beat_who_is_there()
    {
        await using var here = await Node.StartAsync();
        var record = Guid.CreateVersion7();
        using var seat = here.DeskOf(org, ana).Sit(record);

        await using var late = await Node.StartAsync();

        await UntilAsync(() => late.Book.In(org, but: sam)[record].Any());
    }

    [Fact]
    public async Task What_a_node_said_that_fell_silent_is_forgotten_within_fifteen_seconds()
    {
        var clock = new MovableClock();
        await using var there = await Node.StartAsync(clock);
        var record = Guid.CreateVersion7();
        await using (var here = await Node.StartAsync())
        {
            _ = here.DeskOf(org, ana).Sit(record);
            await UntilAsync(() => there.Book.In(org, but: sam)[record].Any());
        }
        List<Guid> told = [];
        using var subscription = there.Book.Subscribe(org, told.Add);

        there.Book.ForgetSilent();
        Assert.True(there.Book.In(org, but: sam).Contains(record));   // one word less is no silence yet

        clock.Advance(TimeSpan.FromSeconds(15));
        there.Book.ForgetSilent();
        Assert.False(there.Book.In(org, but: sam).Contains(record));
        Assert.Contains(record, told);
    }

    [Fact]
    public void A_notice_fits_postgresql_and_carries_ids_only()
    {
        var many = Enumerable.Range(0, Sighting.PerNotice).Select(_ => new Sighting(Guid.NewGuid(), Guid.NewGuid(), org, ana, loan, IsEditing: false, IsGone: false));

        var payload = JsonSerializer.Serialize(many);

        Assert.InRange(payload.Length, 1, 7_999);
        Assert.Equal(["Boolean", "Guid"], typeof(Sighting).GetConstructors()[0].GetParameters().Select(part => part.ParameterType.Name).Distinct().Order());
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!condition()) await Task.Delay(20, patience.Token);
    }

    /// <summary>One of several app processes on one database, as far as presence goes.</summary>
    private sealed class Node(NpgsqlDataSource source, LiveListener listener, PresenceBook book) : IAsyncDisposable
    {
        public PresenceBook Book => book;

        public static async Task<Node> StartAsync(TimeProvider? clock = null)
        {
            var source = NpgsqlDataSource.Create((await CrmFixture.SharedAsync()).Strings.App);
            var listener = new LiveListener(source, TimeProvider.System, NullLogger<LiveListener>.Instance);
            var book = new PresenceBook(listener, new PresenceVoice(source), clock ?? TimeProvider.System, NullLogger<PresenceBook>.Instance);
            await listener.StartAsync(Ct);
            await book.StartAsync(Ct);
            return new Node(source, listener, book);
        }

        public PresenceDesk DeskOf(Guid orgId, Guid memberId)
        {
            var me = new CurrentMember();
            me.Become(new MemberAuthority
            {
                OrgId = orgId, OrgName = "Test Lending", MemberId = memberId, UserId = memberId, Name = "Pat Tester", TimeZone = "America/New_York", OrgTimeZone = "America/New_York", AccessVersion = 0,
                Grants = new Dictionary<string, Scope>(), Team = new HashSet<Guid>(),
            }, null);
            return new PresenceDesk(book, me);
        }

        public async ValueTask DisposeAsync()
        {
            await book.StopAsync(Ct);
            await listener.StopAsync(Ct);
            book.Dispose();
            listener.Dispose();
            await source.DisposeAsync();
        }
    }
}

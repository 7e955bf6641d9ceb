using System.Collections.Concurrent;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Platform;
using CrmStudio.Infrastructure.Platform.Outbox;
using CrmStudio.Infrastructure.Platform.Tenancy;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CrmStudio.Infrastructure.Tests.Platform.Outbox;

/// <summary>An event that was saved is reacted to exactly once, however often the reaction fails before.</summary>
public sealed class OutboxTests
{
    private static readonly DateTimeOffset later = TimeProvider.System.GetUtcNow().AddDays(1);

    private readonly SteppedClock clock = new(later);
    private CrmFixture fixture = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reaction_that_fails_leaves_nothing_half_written_and_is_tried_again_later()
    {
        var organization = await StartAsync();
        await using var node = Node(async (unit, _) =>
        {
            Note(unit);
            await unit.Db.SaveChangesAsync(Ct);   // written, not committed
            throw new InvalidOperationException("The partner is away.");
        });
        await organization.LoanAsync();

        await DispatchAsync(node, organization);

        var message = await MessageAsync(organization);
        Assert.Equal((1, "The partner is away.", null), (message.Attempts, message.LastError, message.DoneAt));
        Assert.Equal(later.AddSeconds(4), message.DueAt!.Value, TimeSpan.FromMicroseconds(1));
        Assert.Equal(0, await NotesAsync(organization));
        Assert.Equal(0, await DispatchAsync(node, organization));   // not due yet
    }

    [Fact]
    public async Task A_reaction_that_succeeds_later_has_its_effect_once()
    {
        var organization = await StartAsync();
        var tries = 0;
        await using var node = Node((unit, _) =>
        {
            Note(unit);
            return ++tries < 3 ? throw new InvalidOperationException("Not yet.") : Task.CompletedTask;
        });
        await organization.LoanAsync();

        for (var i = 0; i < 6; i++)
        {
            await DispatchAsync(node, organization);
            clock.Step(TimeSpan.FromHours(6));
        }

        Assert.Equal(3, tries);
        Assert.Equal(1, await NotesAsync(organization));
        Assert.NotNull((await MessageAsync(organization)).DoneAt);
    }

    [Fact]
    public async Task After_eight_failures_with_growing_pauses_a_message_is_set_aside()
    {
        var organization = await StartAsync();
        await using var node = Node((_, _) => throw new InvalidOperationException("Never."));
        await organization.LoanAsync();

        var pauses = new List<double>();
        for (var i = 0; i < OutboxMessage.MaxAttempts; i++)
        {
            var before = clock.GetUtcNow();
            Assert.Equal(1, await DispatchAsync(node, organization));
            if ((await MessageAsync(organization)).DueAt is not { } due) break;
            pauses.Add(Math.Round((due - before).TotalSeconds));
            clock.Step(due - before + TimeSpan.FromSeconds(1));
        }

        Assert.Equal([4, 16, 64, 256, 1024, 4096, 16384], pauses);
        var message = await MessageAsync(organization);
        Assert.Equal((OutboxMessage.MaxAttempts, null, null), (message.Attempts, message.DueAt, message.DoneAt));
        clock.Step(TimeSpan.FromDays(30));
        Assert.Equal(0, await DispatchAsync(node, organization));
    }

    [Fact]
    public async Task A_time_out_inside_a_reaction_is_a_failure_and_does_not_keep_others_waiting()
    {
        var organization = await StartAsync();
        var first = true;
        await using var node = Node((unit, _) =>
        {
            if (first)
            {
                first = false;
                throw new TaskCanceledException("The request timed out.");
            }
            Note(unit);
            return Task.CompletedTask;
        });
        await organization.LoanAsync();
        await organization.LoanAsync();

        Assert.Equal(2, await DispatchAsync(node, organization));

        Assert.Equal(1, await NotesAsync(organization));
    }

    [Fact]
    public async Task Rows_that_a_reaction_cannot_save_count_as_a_failure()
    {
        var organization = await StartAsync();
        var loan = await organization.LoanAsync();
        await using var node = Node(async (unit, _) =>
        {
            var read = await unit.Db.Loans.SingleAsync(l => l.Id == loan, Ct);
            await organization.SaveAsync(async other => (await other.Db.Loans.SingleAsync(l => l.Id == loan, Ct)).Source = "Walk-in");
            read.Source = "Referral";
        });

        Assert.Equal(1, await DispatchAsync(node, organization));

        Assert.Equal((1, null), ((await MessageAsync(organization)).Attempts, (await MessageAsync(organization)).DoneAt));
    }

    [Fact]
    public async Task An_event_this_version_does_not_know_waits_for_one_that_does()
    {
        var organization = await StartAsync();
        await organization.LoanAsync();
        await organization.SaveAsync(unit => unit.Db.Database.ExecuteSqlAsync($"update outbox_messages set type = 'LoanTeleported'", Ct));
        await using var node = Node((_, _) => Task.CompletedTask);

        await DispatchAsync(node, organization);

        var message = await MessageAsync(organization);
        Assert.Equal((1, null), (message.Attempts, message.DoneAt));
        Assert.NotNull(message.DueAt);
    }

    [Fact]
    public async Task Several_nodes_at_once_have_one_effect_for_each_event()
    {
        var organization = await StartAsync();
        for (var i = 0; i < 40; i++) await organization.LoanAsync();
        var reacted = new ConcurrentBag<Guid>();
        await using var node = Node((unit, happened) =>
        {
            reacted.Add(happened.LoanId);
            Note(unit);
            return Task.CompletedTask;
        });

        var handled = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => DispatchAsync(node, organization), Ct)));

        Assert.Equal(40, handled.Sum());
        Assert.Equal(40, reacted.Distinct().Count());
        Assert.Equal(40, await NotesAsync(organization));
    }

    [Fact]
    public async Task A_failure_that_is_noted_late_does_not_bring_back_what_another_node_has_done()
    {
        var organization = await StartAsync();
        await organization.LoanAsync();
        await using var other = Node((unit, _) =>
        {
            Note(unit);
            return Task.CompletedTask;
        }, new SteppedClock(later));
        await using var failing = Node((_, _) =>
        {
            // The next who asks for the time is this node itself, about to note the failure.
            clock.Asked = () =>
            {
                clock.Asked = null;
                Task.Run(() => DispatchAsync(other, organization)).GetAwaiter().GetResult();
            };
            throw new InvalidOperationException("Only here.");
        });

        await DispatchAsync(failing, organization);
        clock.Step(TimeSpan.FromDays(1));
        await DispatchAsync(other, organization);

        Assert.Equal(1, await NotesAsync(organization));
        Assert.Equal((0, null), ((await MessageAsync(organization)).Attempts, (await MessageAsync(organization)).DueAt));
    }

    [Fact]
    public async Task A_save_that_fails_leaves_no_event()
    {
        var organization = await StartAsync();
        await organization.LoanAsync();

        await Assert.ThrowsAsync<DbUpdateException>(() => organization.LoanAsync(with: loan => typeof(Loan).GetProperty(nameof(Loan.Number))!.SetValue(loan, "T-0001")));

        Assert.Equal(1, await organization.SaveAsync(unit => unit.Db.OutboxMessages.CountAsync(Ct)));
    }

    private static void Note(CrmUnit unit) => unit.Db.Activities.Add(new Activity("loans", Guid.Empty, ActivityKind.System, "Reacted", null, unit.At));

    private static Task<int> NotesAsync(TestOrganization organization) => organization.SaveAsync(unit => unit.Db.Activities.CountAsync(Ct));

    private static Task<OutboxMessage> MessageAsync(TestOrganization organization) => organization.SaveAsync(unit => unit.Db.OutboxMessages.AsNoTracking().SingleAsync(Ct));

    private async Task<TestOrganization> StartAsync()
    {
        fixture = await CrmFixture.SharedAsync();
        return await TestOrganization.CreateAsync(fixture);
    }

    /// <summary>A node of the app with one reaction.</summary>
    private ServiceProvider Node(Func<CrmUnit, LoanOpened, Task> reaction, SteppedClock? own = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(own ?? clock);
        services.AddPlatform(fixture.Services.GetRequiredService<NpgsqlDataSource>());
        services.AddSingleton<IReaction<LoanOpened>>(new Reaction(reaction));
        return services.BuildServiceProvider(validateScopes: true);
    }

    private static async Task<int> DispatchAsync(ServiceProvider node, TestOrganization organization)
    {
        await using var scope = node.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().BecomeSystem(organization.Id, organization.Name, "America/New_York");
        return await scope.ServiceProvider.GetRequiredService<OutboxDispatcher>().DispatchAsync(Ct);
    }

    private sealed class Reaction(Func<CrmUnit, LoanOpened, Task> run) : IReaction<LoanOpened>
    {
        public Task RunAsync(LoanOpened happened, CrmUnit unit, CancellationToken ct) => run(unit, happened);
    }
}

using CrmStudio.App.Loans.UseCases;
using CrmStudio.App.Loans.Updates;
using CrmStudio.App.Loans.Updates.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Updates;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Platform.Mail;
using CrmStudio.Infrastructure.Platform.Outbox;
using CrmStudio.Infrastructure.Platform.Tenancy;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Loans.Updates;

public sealed class UpdatesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_hears_anything_until_the_lender_and_the_officer_both_said_so()
    {
        var desk = await Desk.OpenAsync();
        await desk.MoveAsync(Milestone.Processing);
        Assert.Empty(await desk.UpdatesAsync());

        await desk.PolicyAsync(wait: 0);
        await desk.MoveAsync(Milestone.Submittal);
        Assert.Empty(await desk.UpdatesAsync());

        await desk.InformAsync(LoanPartyRole.Borrower);
        await desk.MoveAsync(Milestone.ConditionalApproval);
        Assert.Equal("marisol@example.com", Assert.Single(await desk.UpdatesAsync()).Address);
    }

    [Fact]
    public async Task Only_an_administrator_turns_updates_on_and_words_them()
    {
        var desk = await Desk.OpenAsync();
        Assert.Equal(Refusal.NotAllowed, (await desk.RunAsync<SetUpdatePolicy, Outcome<Changed>>(desk.Officer, set => set.RunAsync(new(true, 60), Ct))).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await desk.RunAsync<WordUpdate, Outcome<Changed>>(desk.Officer, word => word.RunAsync(new(Milestone.Submittal, UpdateAudience.Agents, true, "x", "y"), Ct))).Refusal);
    }

    [Fact]
    public async Task An_update_waits_then_leaves_once_and_says_when_to_whom_and_what()
    {
        var desk = await Desk.OpenAsync();
        await desk.PolicyAsync(wait: 0);
        await desk.InformAsync(LoanPartyRole.Borrower);
        await desk.InformAsync(LoanPartyRole.BuyersAgent);
        await desk.MoveAsync(Milestone.Submittal);

        await desk.SendAsync();
        await desk.SendAsync();

        Assert.Equal(["agent@example.com", "marisol@example.com"], desk.Mails.Select(mail => mail.To).Order());
        var toBorrower = desk.Mails.Single(mail => mail.To == "marisol@example.com");
        Assert.Equal("Your loan went to underwriting", toBorrower.Subject);
        Assert.StartsWith("Hello Marisol,", toBorrower.Text, StringComparison.Ordinal);
        Assert.Contains("214 Alder Court, Wells Harbor", toBorrower.Text, StringComparison.Ordinal);
        Assert.All(desk.Mails, mail => Assert.DoesNotContain("409", mail.Text, StringComparison.Ordinal));
        Assert.All(desk.Mails, mail => Assert.DoesNotContain("{{", mail.Text + mail.Subject, StringComparison.Ordinal));
        var sent = await desk.UpdatesAsync();
        Assert.All(sent, update => Assert.Equal((UpdateState.Sent, true), (update.State, update.SentAt is not null)));
        Assert.All(sent, update => Assert.Contains("smtp.test:25", update.Answer, StringComparison.Ordinal));
        Assert.Equal(sent.Select(update => update.MessageId).Order(), desk.Mails.Select(mail => mail.MessageId).Order());
    }

    [Fact]
    public async Task An_update_held_back_in_time_reaches_nobody()
    {
        var desk = await Desk.OpenAsync();
        await desk.PolicyAsync(wait: 60);
        await desk.InformAsync(LoanPartyRole.Borrower);
        await desk.MoveAsync(Milestone.Submittal);
        await desk.SendAsync();
        Assert.Empty(desk.Mails);   // its minute is not over

        Assert.Equal(1, (await desk.RunAsync<HoldBackUpdate, Outcome<int>>(desk.Officer, hold => hold.RunAsync(new(desk.LoanId, null), Ct))).Value);
        await desk.SendAsync(later: TimeSpan.FromMinutes(5));

        Assert.Empty(desk.Mails);
        Assert.Equal(UpdateState.Cancelled, Assert.Single(await desk.UpdatesAsync()).State);
    }

    [Fact]
    public async Task A_loan_that_moved_on_or_back_meanwhile_takes_its_update_with_it()
    {
        var desk = await Desk.OpenAsync();
        await desk.PolicyAsync(wait: 0);
        await desk.InformAsync(LoanPartyRole.Borrower);
        await desk.MoveAsync(Milestone.Submittal);
        await desk.MoveAsync(Milestone.Processing, "A slip of the hand");   // a step back tells nobody

        await desk.SendAsync();

        Assert.Empty(desk.Mails);
        Assert.Equal(UpdateState.Cancelled, Assert.Single(await desk.UpdatesAsync()).State);
    }

    [Fact]
    public async Task A_bounce_is_seen_and_can_be_sent_again_to_a_better_address()
    {
        var desk = await Desk.OpenAsync();
        await desk.PolicyAsync(wait: 0);
        await desk.InformAsync(LoanPartyRole.Borrower);
        await desk.MoveAsync(Milestone.Submittal);
        desk.Answer = () => throw new MailBouncedException("550 no such user", new InvalidOperationException());
        await desk.SendAsync();
        var bounced = Assert.Single(await desk.UpdatesAsync());
        Assert.Equal((UpdateState.Bounced, "550 no such user"), (bounced.State, bounced.Answer));

        await desk.Organization.SaveAsync(async unit => (await unit.Db.Contacts.SingleAsync(c => c.FirstName == "Marisol", Ct)).ReachBy("new@example.com", null));
        desk.Answer = () => { };
        Assert.True((await desk.RunAsync<SendUpdateAgain, Outcome>(desk.Officer, again => again.RunAsync(new(bounced.Id), Ct))).IsDone);
        await desk.SendAsync();

        Assert.Equal("new@example.com", Assert.Single(desk.Mails).To);
    }

    [Fact]
    public async Task What_a_stopped_node_left_behind_is_not_sent_twice_by_itself()
    {
        var desk = await Desk.OpenAsync();
        await desk.PolicyAsync(wait: 0);
        await desk.InformAsync(LoanPartyRole.Borrower);
        await desk.MoveAsync(Milestone.Submittal);
        await desk.Organization.SaveAsync(async unit =>
        {
            (await unit.Db.LoanUpdates.SingleAsync(Ct)).Begin(unit.At - MailHandover.LostAfter);
            return true;
        });

        await desk.SendAsync();

        Assert.Empty(desk.Mails);
        Assert.Equal(UpdateState.Failed, Assert.Single(await desk.UpdatesAsync()).State);
    }

    [Fact]
    public async Task A_name_with_a_line_break_in_it_does_not_become_a_second_header()
    {
        var desk = await Desk.OpenAsync(borrower: "Marisol\r\nBcc: everybody@example.com");
        await desk.PolicyAsync(wait: 0);
        await desk.InformAsync(LoanPartyRole.BuyersAgent);
        await desk.MoveAsync(Milestone.Submittal);
        await desk.SendAsync();

        Assert.DoesNotContain('\n', Assert.Single(desk.Mails).Subject);
    }

    private sealed class Desk : IMailer
    {
        private readonly CrmFixture fixture;

        private Desk(CrmFixture fixture, TestOrganization organization, TestMember officer, TestMember admin, Guid loanId) =>
            (this.fixture, Organization, Officer, Admin, LoanId) = (fixture, organization, officer, admin, loanId);

        public TestOrganization Organization { get; }

        public TestMember Officer { get; }

        public TestMember Admin { get; }

        public Guid LoanId { get; }

        public List<Mail> Mails { get; } = [];

        public Action Answer { get; set; } = () => { };

        public string Destination => "smtp.test:25";

        public static async Task<Desk> OpenAsync(string borrower = "Marisol Whitlock")
        {
            var fixture = await CrmFixture.SharedAsync();
            var organization = await TestOrganization.CreateAsync(fixture, "Harborline Lending");
            var officer = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
            var admin = await organization.MemberAsync(BuiltInRole.Admin);
            Contact client = new("Marisol", "Whitlock"), agent = new("Carl", "Agent");
            client.ReachBy("marisol@example.com", null);
            agent.ReachBy("agent@example.com", null);
            await organization.SaveAsync(unit => unit.Db.Contacts.AddRange(client, agent));
            var loan = await organization.LoanAsync(Milestone.Application, officer, borrower, with: l =>
            {
                l.AddParty(client.Id, borrower, LoanPartyRole.Borrower);
                l.AddParty(agent.Id, agent.Name, LoanPartyRole.BuyersAgent);
            });
            return new Desk(fixture, organization, officer, admin, loan);
        }

        public Task DeliverAsync(Mail mail, CancellationToken ct)
        {
            Answer();
            Mails.Add(mail);
            return Task.CompletedTask;
        }

        public async Task<T> RunAsync<TVerb, T>(TestMember member, Func<TVerb, Task<T>> run)
            where TVerb : notnull
        {
            await using var scope = await fixture.AsAsync(member);
            return await run(scope.ServiceProvider.GetRequiredService<TVerb>());
        }

        public async Task PolicyAsync(int wait)
        {
            await using var scope = await fixture.AsAsync(Admin);
            Assert.True((await scope.ServiceProvider.GetRequiredService<SetUpdatePolicy>().RunAsync(new(true, wait), Ct)).IsDone);
        }

        public async Task InformAsync(LoanPartyRole role)
        {
            var party = await Organization.SaveAsync(unit => unit.Db.LoanParties.Where(p => p.LoanId == LoanId && p.Role == role).Select(p => p.Id).SingleAsync(Ct));
            await using var scope = await fixture.AsAsync(Officer);
            Assert.True((await scope.ServiceProvider.GetRequiredService<KeepInformed>().RunAsync(new(party, true), Ct)).IsDone);
        }

        /// <summary>Moves the loan and lets the reactions run, as the pump does.</summary>
        public async Task MoveAsync(Milestone to, string? reason = null)
        {
            var stage = await Organization.StageAsync(to);
            await using (var scope = await fixture.AsAsync(Officer))
            {
                var moved = await scope.ServiceProvider.GetRequiredService<AdvanceLoan>().RunAsync(new(LoanId, stage, reason), Ct);
                Assert.True(moved.IsDone, moved.Refusal?.Message);
            }
            await using var system = fixture.AsSystem(Organization);
            await system.ServiceProvider.GetRequiredService<OutboxDispatcher>().DispatchAsync(Ct);
        }

        public async Task SendAsync(TimeSpan later = default)
        {
            if (later > TimeSpan.Zero)
                await Organization.SaveAsync(async unit => await unit.Db.LoanUpdates.Where(update => update.DueAt != null).ExecuteUpdateAsync(set => set.SetProperty(update => update.DueAt, update => update.DueAt - later), Ct));
            await using var scope = fixture.AsSystem(Organization);
            await new SendDueUpdates(scope.ServiceProvider.GetRequiredService<CrmWork>(), scope.ServiceProvider.GetRequiredService<CurrentMember>(), this).RunAsync(Ct);
        }

        public Task<List<LoanUpdate>> UpdatesAsync() => Organization.SaveAsync(unit => unit.Db.LoanUpdates.AsNoTracking().ToListAsync(Ct));
    }
}

using CrmStudio.App.Loans.Watch.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans.Updates;
using CrmStudio.Domain.Loans.Watch;
using CrmStudio.Infrastructure.Platform.Mail;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CrmStudio.App.Tests.Loans.Watch;

public sealed class WatchMessageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_is_written_to_who_has_not_agreed_and_the_reason_is_said()
    {
        var bench = await WatchBench.OpenAsync();
        await bench.CompareAsync();

        Assert.Empty(await bench.MessagesAsync());
        Assert.Equal("Marisol Whitlock has not agreed to offers by e-mail.", Assert.Single((await bench.LoanAsync()).People).WhyNoDraft);
        Assert.Equal("contacts.no-consent", (await DraftAsync(bench)).Refusal?.Code);

        await bench.SaysAsync(true, ago: TimeSpan.FromDays(2));
        await bench.SaysAsync(false, ago: TimeSpan.FromDays(1));
        await bench.CompareAsync();
        Assert.Empty(await bench.MessagesAsync());
        Assert.Equal("contacts.consent-withdrawn", (await DraftAsync(bench)).Refusal?.Code);
    }

    [Fact]
    public async Task Nobody_is_written_to_who_would_not_gain()
    {
        var bench = await WatchBench.OpenAsync(market: 7.5m);
        await bench.SaysAsync(true);
        await bench.CompareAsync();

        Assert.Empty(await bench.MessagesAsync());
        Assert.Equal(WatchRefusals.NoGain, (await DraftAsync(bench)).Refusal);
    }

    [Fact]
    public async Task An_advertisement_without_letterhead_or_NMLS_id_is_not_drafted()
    {
        var bench = await WatchBench.OpenAsync(hasLetterhead: false);
        await bench.SaysAsync(true);
        Assert.Equal(WatchRefusals.NoLetterhead, (await DraftAsync(bench)).Refusal);

        await bench.Organization.SaveAsync(async unit => (await unit.Db.Members.SingleAsync(member => member.Id == bench.Officer.Id, Ct)).NmlsId = null);
        Assert.Equal("loans.watch-no-nmls", (await DraftAsync(bench)).Refusal?.Code);
    }

    [Fact]
    public async Task A_draft_names_no_rate_payment_or_amount_and_says_who_writes_and_how_to_end_it()
    {
        var bench = await WatchBench.OpenAsync();
        await bench.SaysAsync(true);
        await bench.CompareAsync();
        await bench.CompareAsync();   // the next night drafts no second one

        var draft = Assert.Single(await bench.MessagesAsync());
        Assert.Equal(UpdateState.Draft, draft.State);
        Assert.DoesNotContain("%", draft.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("$", draft.Text, StringComparison.Ordinal);
        Assert.Contains("NMLS 9942007", draft.Text, StringComparison.Ordinal);
        Assert.Contains("NMLS 1482207", draft.Text, StringComparison.Ordinal);
        Assert.Contains("14 Quay Street, Portland, ME 04101", draft.Text, StringComparison.Ordinal);
        Assert.Contains("“no more”", draft.Text, StringComparison.Ordinal);
        Assert.Contains("waits for your review", Assert.Single(await bench.Organization.SaveAsync(unit => unit.Db.Notifications.Where(told => told.MemberId == bench.Officer.Id).Select(told => told.Text).ToListAsync(Ct))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_nobody_reviewed_never_leaves_and_a_reviewed_one_leaves_once()
    {
        var bench = await DraftedAsync();
        await bench.SendAsync();
        Assert.Empty(bench.Mails);

        Assert.True((await bench.ReviewAsync((await bench.MessagesAsync())[0], "Hello Marisol, call me.")).IsDone);
        await bench.SendAsync();
        await bench.SendAsync();

        var mail = Assert.Single(bench.Mails);
        Assert.Equal(("marisol@example.com", "Hello Marisol, call me."), (mail.To, mail.Text));
        var sent = Assert.Single(await bench.MessagesAsync());
        Assert.Equal((UpdateState.Sent, bench.Officer.Id, mail.MessageId), (sent.State, sent.ReviewedBy, sent.MessageId));
        await bench.CompareAsync();
        Assert.Single(await bench.MessagesAsync());   // for some months nobody is written to again
        Assert.Equal("loans.watch-written-lately", (await DraftAsync(bench)).Refusal?.Code);
    }

    [Fact]
    public async Task A_review_can_be_undone_until_the_message_leaves()
    {
        var bench = await DraftedAsync();
        var reviewed = (await bench.ReviewAsync((await bench.MessagesAsync())[0])).Value!;
        Assert.True((await bench.RunAsync<UndoChange, Outcome<string>>(bench.Officer, undo => undo.RunAsync(new(reviewed.UndoId), Ct))).IsDone);
        await bench.SendAsync();
        Assert.Empty(bench.Mails);
        Assert.Equal(UpdateState.Draft, Assert.Single(await bench.MessagesAsync()).State);

        var again = (await bench.ReviewAsync((await bench.MessagesAsync())[0])).Value!;
        await bench.SendAsync();
        Assert.False((await bench.RunAsync<UndoChange, Outcome<string>>(bench.Officer, undo => undo.RunAsync(new(again.UndoId), Ct))).IsDone);
        Assert.Single(bench.Mails);
    }

    [Fact]
    public async Task Consent_that_is_withdrawn_after_the_review_holds_the_message_back()
    {
        var bench = await DraftedAsync();
        await bench.ReviewAsync((await bench.MessagesAsync())[0]);
        await bench.SaysAsync(false, ago: TimeSpan.Zero);
        await bench.SendAsync();

        Assert.Empty(bench.Mails);
        Assert.Equal((UpdateState.Cancelled, "Marisol Whitlock withdrew the consent to offers by e-mail."), Assert.Single(await bench.MessagesAsync()) is var held ? (held.State, held.Answer) : default);
    }

    [Fact]
    public async Task A_draft_goes_when_rates_have_risen_meanwhile_and_a_reviewed_one_is_held_back()
    {
        var bench = await DraftedAsync();
        await bench.RatesAsync(7.375m);
        await bench.CompareAsync();
        Assert.Equal(UpdateState.Cancelled, Assert.Single(await bench.MessagesAsync()).State);

        await bench.RatesAsync(6m);
        await bench.CompareAsync();   // cancelled by the watch, not by a person: drafted anew
        var draft = (await bench.MessagesAsync()).Single(message => message.State == UpdateState.Draft);
        await bench.ReviewAsync(draft);
        await bench.RatesAsync(7.375m);
        await bench.CompareAsync();
        await bench.SendAsync();
        Assert.Empty(bench.Mails);
    }

    [Fact]
    public async Task What_a_stopped_node_left_behind_is_not_sent_twice_by_itself_and_a_bounce_is_seen()
    {
        var bench = await DraftedAsync();
        await bench.ReviewAsync((await bench.MessagesAsync())[0]);
        await bench.Organization.SaveAsync(async unit =>
        {
            (await unit.Db.WatchMessages.SingleAsync(Ct)).Begin(unit.At.AddMinutes(-6));
            return true;
        });
        await bench.SendAsync();
        Assert.Empty(bench.Mails);
        Assert.Equal(UpdateState.Failed, Assert.Single(await bench.MessagesAsync()).State);

        var other = await DraftedAsync();
        await other.ReviewAsync((await other.MessagesAsync())[0]);
        other.Answer = () => throw new MailBouncedException("550 no such user", new InvalidOperationException());
        await other.SendAsync();
        Assert.Equal((UpdateState.Bounced, "550 no such user"), Assert.Single(await other.MessagesAsync()) is var bounced ? (bounced.State, bounced.Answer) : default);
    }

    [Fact]
    public async Task Only_who_works_the_watch_reviews_and_holds_back()
    {
        var bench = await DraftedAsync();
        var message = (await bench.MessagesAsync())[0];
        var compliance = await bench.Organization.MemberAsync(BuiltInRole.Compliance);
        var marc = await bench.Organization.MemberAsync(BuiltInRole.LoanOfficer, "Marc", "Dubois");

        Assert.Equal(Refusal.NotAllowed, (await bench.ReviewAsync(message, by: compliance)).Refusal);
        Assert.Equal(Refusal.NotFound, (await bench.ReviewAsync(message, by: marc)).Refusal);
        Assert.Equal(Refusal.NotFound, (await bench.RunAsync<HoldBackWatchMessage, Outcome<Changed>>(marc, hold => hold.RunAsync(new(message.Id), Ct))).Refusal);
        Assert.Equal("Text", (await bench.ReviewAsync(message, text: " ")).Refusal?.Field);
        Assert.True((await bench.RunAsync<HoldBackWatchMessage, Outcome<Changed>>(bench.Officer, hold => hold.RunAsync(new(message.Id), Ct))).IsDone);
        Assert.Equal("loans.watch-written-lately", (await DraftAsync(bench)).Refusal?.Code);   // who dropped it meant it
    }

    [Fact]
    public async Task What_somebody_once_said_is_changed_by_nobody()
    {
        var bench = await WatchBench.OpenAsync();
        await bench.CompareAsync();
        await bench.SaysAsync(true);
        await bench.SaysAsync(false, ago: TimeSpan.Zero);
        Assert.Equal([false, true], (await bench.LoanAsync()).People[0].Consents.Select(line => line.IsGiven));

        await Assert.ThrowsAsync<PostgresException>(() => bench.Organization.SaveAsync(async unit => await unit.Db.Consents.ExecuteUpdateAsync(set => set.SetProperty(consent => consent.Evidence, "Another"), Ct)));
        await Assert.ThrowsAsync<PostgresException>(() => bench.Organization.SaveAsync(async unit => await unit.Db.Consents.ExecuteDeleteAsync(Ct)));
    }

    [Fact]
    public async Task Words_of_somebody_who_is_no_party_of_the_loan_are_not_taken()
    {
        var bench = await WatchBench.OpenAsync();
        var stranger = new Contact("Nobody", "Here");
        stranger.ReachBy("nobody@example.com", null);
        await bench.Organization.SaveAsync(unit => unit.Db.Contacts.Add(stranger));
        var viewer = await bench.Organization.MemberAsync(BuiltInRole.Viewer, teamId: bench.Team);

        Assert.Equal(Refusal.NotFound, (await bench.SaysAsync(true, contact: stranger.Id)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await bench.SaysAsync(true, by: viewer)).Refusal);
        Assert.True((await bench.SaysAsync(true, by: await bench.Organization.MemberAsync(BuiltInRole.Assistant, teamId: bench.Team))).IsDone);
    }

    private static async Task<WatchBench> DraftedAsync()
    {
        var bench = await WatchBench.OpenAsync();
        await bench.SaysAsync(true);
        await bench.CompareAsync();
        Assert.Single(await bench.MessagesAsync());
        return bench;
    }

    private static Task<Outcome<Changed>> DraftAsync(WatchBench bench) => bench.RunAsync<DraftWatchMessage, Outcome<Changed>>(bench.Officer, draft => draft.RunAsync(new(bench.LoanId, bench.BorrowerId), Ct));
}

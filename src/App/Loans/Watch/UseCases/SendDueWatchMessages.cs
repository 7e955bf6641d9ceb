using CrmStudio.App.Loans.Updates;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Updates;
using CrmStudio.Domain.Loans.Watch;
using CrmStudio.Infrastructure.Loans;
using CrmStudio.Infrastructure.Platform.Mail;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Watch.UseCases;

/// <summary>
/// Hands reviewed messages whose wait is over to the mail server, as status updates are: marked before they leave and noted after. The last look asks
/// once more whether the person still gains and still agrees; consent that was withdrawn a moment ago holds the message back.
/// </summary>
public sealed class SendDueWatchMessages(CrmWork work, CurrentMember me, WatchDesk desk, IMailer mailer)
{
    public async Task RunAsync(CancellationToken ct)
    {
        while (await NextAsync(ct) is { } due)
            if (due.Mail is { } mail) await DeliverAsync(due.Id, mail, ct);
    }

    private async Task<Due?> NextAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.watch.send", AccessPermissions.OwnAccount, ct);
        if (unit.Refused is not null) return null;

        var message = await unit.NextWatchMessageAsync(unit.At - MailHandover.LostAfter, ct);
        if (message is null) return null;

        Mail? mail = null;
        if (message.State == UpdateState.Sending)
        {
            message.Lose();
        }
        else if (await WhyNotAsync(unit, message, ct) is { } why)
        {
            message.Cancel(null, why);
        }
        else if (!EmailAddress.IsValid(message.Address) || !HeaderText.IsSafe(message.Subject))
        {
            message.Bounce("No mail can be addressed so");
        }
        else
        {
            mail = new Mail(message.Address, message.Subject, message.Text, await unit.Db.Organizations.AnyAsync(organization => organization.Id == me.OrgId && organization.IsDemo, ct)) { MessageId = message.MessageId };
            message.Begin(unit.At);
        }
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Due(message.Id, mail) : new Due(message.Id, null);
    }

    private async Task<string?> WhyNotAsync(CrmUnit unit, WatchMessage message, CancellationToken ct)
    {
        var loan = await unit.Db.Loans.AsNoTracking().SingleAsync(l => l.Id == message.LoanId, ct);
        var results = await unit.Db.WatchResults.AsNoTracking().Where(result => result.LoanId == message.LoanId).ToDictionaryAsync(result => result.LoanId, ct);
        if (!results.TryGetValue(message.LoanId, out var result)) return "The loan is not watched any more";
        var person = (await desk.PeopleAsync(unit, [loan], results, ct)).FirstOrDefault(known => known.Contact.Id == message.ContactId);
        return person is null ? "This person is no borrower of the loan any more" : WatchDesk.WhyNot(person, result);
    }

    private async Task DeliverAsync(Guid id, Mail mail, CancellationToken ct)
    {
        var note = await MailHandover.DeliverAsync(mailer, mail, ct);

        // What happened is noted whether or not the node is about to stop: the mail is gone.
        await using var unit = await work.BeginAsync("loans.watch.sent", AccessPermissions.OwnAccount, CancellationToken.None);
        if (unit.Refused is not null || await unit.Db.WatchMessages.SingleOrDefaultAsync(message => message.Id == id && message.State == UpdateState.Sending, CancellationToken.None) is not { } sent) return;
        note(sent, unit);
        await unit.SaveAsync(CancellationToken.None);
    }

    private sealed record Due(Guid Id, Mail? Mail);
}

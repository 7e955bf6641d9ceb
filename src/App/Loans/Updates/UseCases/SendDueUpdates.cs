using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Loans.Updates;
using CrmStudio.Infrastructure.Loans;
using CrmStudio.Infrastructure.Platform.Mail;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Loans.Updates.UseCases;

/// <summary>
/// Hands the updates whose wait is over to the mail server, one after the other. Each is marked before it leaves and noted after: a node
/// that stops in between leaves a mark that is never sent again by itself.
/// </summary>
public sealed class SendDueUpdates(CrmWork work, CurrentMember me, IMailer mailer)
{
    public async Task RunAsync(CancellationToken ct)
    {
        while (await NextAsync(ct) is { } due)
            if (due.Mail is { } mail) await DeliverAsync(due.Id, mail, ct);
    }

    private async Task<Due?> NextAsync(CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("loans.updates.send", AccessPermissions.OwnAccount, ct);
        if (unit.Refused is not null) return null;

        var update = await unit.NextUpdateAsync(unit.At - MailHandover.LostAfter, ct);
        if (update is null) return null;

        Mail? mail = null;
        if (update.State == UpdateState.Sending)
        {
            update.Lose();
        }
        else if (await WhyNotAsync(unit, update, ct) is { } why)
        {
            update.Cancel(null, why);
        }
        else if (!EmailAddress.IsValid(update.Address) || !HeaderText.IsSafe(update.Subject))
        {
            update.Bounce("No mail can be addressed so");
        }
        else
        {
            mail = new Mail(update.Address, update.Subject, update.Text, await unit.Db.Organizations.AnyAsync(organization => organization.Id == me.OrgId && organization.IsDemo, ct)) { MessageId = update.MessageId };
            update.Begin(unit.At);
        }
        var saved = await unit.SaveAsync(ct);
        return saved.IsDone ? new Due(update.Id, mail) : new Due(update.Id, null);
    }

    // Between the stage change and now somebody may have moved the loan, or changed their mind.
    private static async Task<string?> WhyNotAsync(CrmUnit unit, LoanUpdate update, CancellationToken ct)
    {
        if (!await unit.Db.UpdatePolicies.AnyAsync(policy => policy.IsOn, ct)) return "Status updates were turned off";
        var loan = await unit.Db.Loans.AsNoTracking().Where(l => l.Id == update.LoanId).Select(l => new { l.StageId, l.EndedAt }).SingleAsync(ct);
        if (loan.EndedAt is not null) return "The loan has ended";
        if (loan.StageId != update.StageId) return "The loan is in another stage now";
        return await unit.Db.LoanParties.AnyAsync(party => party.LoanId == update.LoanId && party.ContactId == update.ContactId && party.GetsUpdates, ct) ? null : "This person gets no updates any more";
    }

    private async Task DeliverAsync(Guid id, Mail mail, CancellationToken ct)
    {
        var note = await MailHandover.DeliverAsync(mailer, mail, ct);

        // What happened is noted whether or not the node is about to stop: the mail is gone.
        await using var unit = await work.BeginAsync("loans.updates.sent", AccessPermissions.OwnAccount, CancellationToken.None);
        if (unit.Refused is not null || await unit.Db.LoanUpdates.SingleOrDefaultAsync(update => update.Id == id && update.State == UpdateState.Sending, CancellationToken.None) is not { } sent) return;
        note(sent, unit);
        await unit.SaveAsync(CancellationToken.None);
    }

    private sealed record Due(Guid Id, Mail? Mail);
}

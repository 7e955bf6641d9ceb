using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans.Updates;
using CrmStudio.Infrastructure.Platform.Mail;
using CrmStudio.Infrastructure.Platform.Tenancy;

namespace CrmStudio.App.Loans.Updates;

/// <summary>Hands a mail about a loan to the mail server.</summary>
public static class MailHandover
{
    /// <summary>A mail that was begun this long ago and not noted since is lost: its node is gone.</summary>
    public static readonly TimeSpan LostAfter = TimeSpan.FromMinutes(5);

    /// <summary>Hands it over.</summary>
    /// <returns>How to note what came of it.</returns>
    public static async Task<Action<LoanMail, CrmUnit>> DeliverAsync(IMailer mailer, Mail mail, CancellationToken ct)
    {
        try
        {
            await mailer.DeliverAsync(mail, ct);
            return (sent, unit) =>
            {
                sent.Arrive(unit.At, $"Taken by {mailer.Destination} as {mail.MessageId}");
                unit.Db.Activities.Add(new Activity(LoanTables.Loans, sent.LoanId, ActivityKind.System, $"sent “{sent.Subject}” to {sent.Address}", null, unit.At));
            };
        }
        catch (MailBouncedException bounced)
        {
            return (sent, _) => sent.Bounce(bounced.Message);
        }
        catch (Exception missed) when (!ct.IsCancellationRequested)
        {
            return (sent, unit) => sent.Miss(unit.At, missed.Message);
        }
    }
}

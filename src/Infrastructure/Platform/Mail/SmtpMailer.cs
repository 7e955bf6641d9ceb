using System.Net;
using System.Net.Mail;

namespace CrmStudio.Infrastructure.Platform.Mail;

/// <summary>Hands mail to a server, with TLS wherever a password is sent.</summary>
/// <param name="host">The server.</param>
/// <param name="port">Its port.</param>
/// <param name="credential">User and password; null when the server asks for none.</param>
/// <param name="from">The sender.</param>
public sealed class SmtpMailer(string host, int port, NetworkCredential? credential, MailAddress from) : IMailer
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    // Answers that stay the same however often one asks (RFC 5321, 4.2.3).
    private static readonly SmtpStatusCode[] forGood = [SmtpStatusCode.MailboxUnavailable, SmtpStatusCode.UserNotLocalTryAlternatePath, SmtpStatusCode.MailboxNameNotAllowed, SmtpStatusCode.TransactionFailed];

    /// <inheritdoc />
    public string Destination => $"{host}:{port}";

    /// <inheritdoc />
    public async Task DeliverAsync(Mail mail, CancellationToken ct)
    {
        using var message = new MailMessage(from, new MailAddress(mail.To)) { Subject = mail.Subject, Body = mail.Text, IsBodyHtml = false };
        if (mail.MessageId is { } id) message.Headers["Message-ID"] = $"<{id}>";
        using var client = new SmtpClient(host, port) { EnableSsl = credential is not null, Credentials = credential, Timeout = (int)patience.TotalMilliseconds };
        using var hurry = CancellationTokenSource.CreateLinkedTokenSource(ct);
        hurry.CancelAfter(patience);
        try
        {
            await client.SendMailAsync(message, hurry.Token);
        }
        catch (SmtpException refused) when (forGood.Contains(refused.StatusCode))
        {
            throw new MailBouncedException($"{(int)refused.StatusCode} {refused.Message}", refused);
        }
    }
}

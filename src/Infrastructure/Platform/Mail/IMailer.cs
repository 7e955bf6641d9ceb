namespace CrmStudio.Infrastructure.Platform.Mail;

/// <summary>Takes a mail to where it goes: a mail server, or the sink in the app.</summary>
public interface IMailer
{
    /// <summary>Where mail goes, as a proof of delivery names it: the server, or the sink.</summary>
    string Destination { get; }

    /// <summary>Delivers one mail, or throws.</summary>
    /// <exception cref="MailBouncedException">The recipient's address takes no mail: trying again does not help.</exception>
    Task DeliverAsync(Mail mail, CancellationToken ct);
}

namespace CrmStudio.Infrastructure.Platform.Mail;

/// <summary>Takes a mail to where it goes: a mail server, or the sink in the app.</summary>
public interface IMailer
{
    /// <summary>Delivers one mail, or throws.</summary>
    Task DeliverAsync(Mail mail, CancellationToken ct);
}

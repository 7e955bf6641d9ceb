using System.Net.Mail;

namespace CrmStudio.App.Hosting.Settings;

/// <summary>The server that takes our mail.</summary>
/// <param name="Host">CRMSTUDIO_SMTP_HOST.</param>
/// <param name="Port">CRMSTUDIO_SMTP_PORT; 587 unless set.</param>
/// <param name="User">CRMSTUDIO_SMTP_USER; null when the server asks for none.</param>
/// <param name="Password">CRMSTUDIO_SMTP_PASSWORD; set exactly when the user is.</param>
/// <param name="From">CRMSTUDIO_SMTP_FROM: whom the mail comes from.</param>
public sealed record SmtpSettings(string Host, int Port, string? User, string? Password, MailAddress From)
{
    /// <summary>Never writes the password into a log.</summary>
    public override string ToString() => $"{Host}:{Port} as {User ?? "nobody"}, from {From}";
}

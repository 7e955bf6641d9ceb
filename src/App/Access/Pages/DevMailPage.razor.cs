using CrmStudio.App.Hosting.Settings;
using CrmStudio.Infrastructure.Platform.Mail;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Access.Pages;

/// <summary>
/// The mails of the sink. In development all of them; in a demonstration only those of demonstration organizations, because a
/// link in a mail opens somebody's account. Elsewhere the page does not exist.
/// </summary>
public partial class DevMailPage(MailSink sink, IMailer mailer, CrmSettings settings, IHostEnvironment environment, NavigationManager navigation)
{
    private IReadOnlyList<SunkMail> mails = [];

    protected override void OnInitialized()
    {
        if (mailer is not MailSink || !(environment.IsDevelopment() || settings.Demo)) navigation.NotFound();
        else mails = [.. sink.Latest().Where(sunk => environment.IsDevelopment() || sunk.Mail.IsDemo)];
    }

    private bool IsLink(string line) => line.StartsWith(settings.PublicUrl.OriginalString, StringComparison.Ordinal);
}

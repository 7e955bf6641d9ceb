using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.Infrastructure.Platform.Mail;

/// <summary>Registers how mail leaves.</summary>
public static class MailSetup
{
    /// <summary>Adds mail: through a server, or into the sink when there is none.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, SmtpMailer? server)
    {
        services.AddSingleton<MailSink>();
        if (server is null) services.AddSingleton<IMailer>(provider => provider.GetRequiredService<MailSink>());
        else services.AddSingleton<IMailer>(server);
        services.AddSingleton<MailQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<MailQueue>());
        return services;
    }
}

using System.Net;
using System.Security.Cryptography.X509Certificates;
using CrmStudio.Infrastructure.Platform.Storage;

namespace CrmStudio.App.Hosting.Settings;

/// <summary>Everything a person can set, read once at start-up. Names and meaning are the table in the README.</summary>
public sealed record CrmSettings
{
    /// <summary>Where the app listens unless ASPNETCORE_URLS says otherwise.</summary>
    public const string DefaultUrl = "http://localhost:5080";

    /// <summary>CRMSTUDIO_DATA: embedded cluster and file store.</summary>
    public required string DataFolder { get; init; }

    /// <summary>ConnectionStrings__Crm: the app role's database; null means the embedded cluster.</summary>
    public string? AppConnectionString { get; init; }

    /// <summary>ConnectionStrings__CrmOwner: the owner's way into the same database; only migrating needs it.</summary>
    public string? OwnerConnectionString { get; init; }

    /// <summary>ASPNETCORE_URLS: where the app listens.</summary>
    public required IReadOnlyList<string> Urls { get; init; }

    /// <summary>CRMSTUDIO_PUBLIC_URL: what links in e-mails start with; ends with a slash.</summary>
    public required Uri PublicUrl { get; init; }

    /// <summary>CRMSTUDIO_DEMO: demo organizations, and "Enter as" on the sign-in page. On in Development.</summary>
    public bool Demo { get; init; }

    /// <summary>CRMSTUDIO_SMTP_*: how mail leaves; null means the in-app mail sink.</summary>
    public SmtpSettings? Smtp { get; init; }

    /// <summary>CRMSTUDIO_S3_*: the bucket that keeps files; null means a folder in CRMSTUDIO_DATA.</summary>
    public S3Settings? Bucket { get; init; }

    /// <summary>CRMSTUDIO_TRUSTED_PROXIES: whose forwarded headers are believed.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>CRMSTUDIO_KEY_CERTIFICATE: encrypts the key ring; null only in Development.</summary>
    public X509Certificate2? KeyCertificate { get; init; }

    /// <summary>Reads the settings, or refuses in one sentence that names the one that is wrong or missing.</summary>
    public static CrmSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = new SettingsReader(configuration, mustBeComplete: !environment.IsDevelopment());
        var urls = settings.Urls(DefaultUrl);
        return new()
        {
            DataFolder = settings.DataFolder(),
            AppConnectionString = settings.Required("ConnectionStrings:Crm", "it is the app role's database"),
            OwnerConnectionString = settings.Optional("ConnectionStrings:CrmOwner"),
            Urls = urls,
            PublicUrl = settings.PublicUrl(inDevelopment: urls[0]),
            Demo = settings.Switch("CRMSTUDIO_DEMO", unset: environment.IsDevelopment()),
            Smtp = settings.Smtp(),
            Bucket = settings.S3(),
            TrustedProxies = settings.Networks("CRMSTUDIO_TRUSTED_PROXIES"),
            KeyCertificate = settings.KeyCertificate(),
        };
    }
}

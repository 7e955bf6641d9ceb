using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CrmStudio.App.Hosting.Settings;
using CrmStudio.Infrastructure.Platform;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace CrmStudio.App.Tests.Hosting;

public sealed class CrmSettingsTests : IDisposable
{
    private const string App = "Host=db;Database=crm;Username=crm_app;Password=x";
    private static readonly X509Certificate2 Own = SelfSigned();
    private readonly string folder = Directory.CreateTempSubdirectory("crmstudio-settings-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("ConnectionStrings:Crm", "ConnectionStrings__Crm is not set: outside Development it is the app role's database, and there is no default.")]
    [InlineData("CRMSTUDIO_PUBLIC_URL", "CRMSTUDIO_PUBLIC_URL is not set: outside Development links in e-mails start with it, and there is no default.")]
    [InlineData("CRMSTUDIO_KEY_CERTIFICATE", "CRMSTUDIO_KEY_CERTIFICATE is not set: outside Development it is the file that encrypts the keys of sign-ins, and there is no default.")]
    public void Outside_development_a_missing_setting_is_named(string missing, string sentence)
    {
        var settings = Complete();
        settings.Remove(missing);

        Assert.Equal(sentence, Refusal(settings, Environments.Production));
    }

    [Theory]
    [InlineData("CRMSTUDIO_DATA", "data", "CRMSTUDIO_DATA is 'data': name the folder by its full path.")]
    [InlineData("urls", "localhost", "ASPNETCORE_URLS contains 'localhost', which is not an address to listen on such as http://localhost:5080.")]
    [InlineData("urls", "http://a:1;ftp://b:2", "ASPNETCORE_URLS contains 'ftp://b:2', which is not an address to listen on such as http://localhost:5080.")]
    [InlineData("urls", ";", "ASPNETCORE_URLS names no address to listen on, such as http://localhost:5080.")]
    [InlineData("CRMSTUDIO_PUBLIC_URL", "crm.example.com", "CRMSTUDIO_PUBLIC_URL is 'crm.example.com', which is not the address of a site such as https://crm.example.com.")]
    [InlineData("CRMSTUDIO_PUBLIC_URL", "https://crm.example.com/?a=1", "CRMSTUDIO_PUBLIC_URL is 'https://crm.example.com/?a=1', which is not the address of a site such as https://crm.example.com.")]
    [InlineData("CRMSTUDIO_PUBLIC_URL", "http://crm.example.com", "CRMSTUDIO_PUBLIC_URL is 'http://crm.example.com': outside Development people sign in over https only.")]
    [InlineData("CRMSTUDIO_DEMO", "maybe", "CRMSTUDIO_DEMO is 'maybe': say true or false.")]
    [InlineData("CRMSTUDIO_SMTP_FROM", "crm@example.com", "CRMSTUDIO_SMTP_HOST is not set although CRMSTUDIO_SMTP_FROM is: set it, or neither to keep mail in the app.")]
    [InlineData("CRMSTUDIO_SMTP_HOST", "mail", "CRMSTUDIO_SMTP_FROM is not set although CRMSTUDIO_SMTP_HOST is: mail needs a sender.")]
    [InlineData("CRMSTUDIO_TRUSTED_PROXIES", "10.0.0.0/8, nginx", "CRMSTUDIO_TRUSTED_PROXIES contains 'nginx', which is neither an address nor a network such as 10.0.0.0/8.")]
    [InlineData("CRMSTUDIO_KEY_CERTIFICATE", "/nowhere/key.pfx", "CRMSTUDIO_KEY_CERTIFICATE names the file /nowhere/key.pfx, which does not exist or cannot be read.")]
    public void A_wrong_setting_is_named_with_what_it_says(string key, string value, string sentence)
    {
        var settings = Complete();
        settings[key] = value;

        Assert.Equal(sentence, Refusal(settings, Environments.Production));
    }

    [Theory]
    [InlineData("PORT", "smtp", "CRMSTUDIO_SMTP_PORT is 'smtp', which is not a port number.")]
    [InlineData("PORT", "70000", "CRMSTUDIO_SMTP_PORT is '70000', which is not a port number.")]
    [InlineData("USER", "crm", "CRMSTUDIO_SMTP_PASSWORD is not set although CRMSTUDIO_SMTP_USER is.")]
    [InlineData("PASSWORD", "x", "CRMSTUDIO_SMTP_USER is not set although CRMSTUDIO_SMTP_PASSWORD is.")]
    [InlineData("FROM", "nobody", "CRMSTUDIO_SMTP_FROM is 'nobody', which is not an e-mail address.")]
    public void A_wrong_mail_setting_is_named(string key, string value, string sentence)
    {
        var settings = WithMail();
        settings["CRMSTUDIO_SMTP_" + key] = value;

        Assert.Equal(sentence, Refusal(settings, Environments.Production));
    }

    [Fact]
    public void A_key_certificate_that_its_password_does_not_open_is_named()
    {
        var settings = Complete();
        settings["CRMSTUDIO_KEY_CERTIFICATE_PASSWORD"] = "wrong";

        Assert.Equal($"CRMSTUDIO_KEY_CERTIFICATE names the file {settings["CRMSTUDIO_KEY_CERTIFICATE"]}, which does not open as PKCS#12 with CRMSTUDIO_KEY_CERTIFICATE_PASSWORD.", Refusal(settings, Environments.Production));
    }

    [Fact]
    public void A_certificate_without_its_private_key_is_named()
    {
        var settings = Complete();
        settings["CRMSTUDIO_KEY_CERTIFICATE"] = Certificate("public.pfx", withKey: false);

        Assert.Equal($"CRMSTUDIO_KEY_CERTIFICATE names the file {settings["CRMSTUDIO_KEY_CERTIFICATE"]}, which holds no RSA private key.", Refusal(settings, Environments.Production));
    }

    [Fact]
    public void Without_a_home_the_data_folder_must_be_named() =>
        Assert.Equal("CRMSTUDIO_DATA is not set and there is no home folder to put the data in: name a folder by its full path.", Refusal([], Environments.Development));

    [Fact]
    public void In_development_nothing_needs_to_be_set()
    {
        var settings = Read(new() { ["HOME"] = "/home/ann" }, Environments.Development);

        Assert.Equal("/home/ann/.local/share/crmstudio", settings.DataFolder);
        Assert.Equal(["http://localhost:5080"], settings.Urls);
        Assert.Equal(new Uri("http://localhost:5080/"), settings.PublicUrl);
        Assert.True(settings.Demo);
        Assert.Null(settings.AppConnectionString);
        Assert.Null(settings.OwnerConnectionString);
        Assert.Null(settings.Smtp);
        Assert.Null(settings.KeyCertificate);
        Assert.Empty(settings.TrustedProxies);
    }

    [Fact]
    public void Roots_data_is_kept_where_postgres_can_reach_it() =>
        Assert.Equal("/var/lib/crmstudio", Read(new() { ["HOME"] = "/root" }, Environments.Development).DataFolder);

    [Fact]
    public void Links_lead_to_this_machine_when_development_listens_everywhere() =>
        Assert.Equal(new Uri("http://localhost:8080/"), Read(new() { ["HOME"] = "/home/ann", ["urls"] = "http://+:8080" }, Environments.Development).PublicUrl);

    [Fact]
    public void A_complete_production_is_read_as_written()
    {
        var written = WithMail();
        written["CRMSTUDIO_TRUSTED_PROXIES"] = "10.0.0.0/8, 192.168.1.7";
        written["ConnectionStrings:CrmOwner"] = "Host=db;Username=crm_owner";
        written["CRMSTUDIO_DATA"] = "/srv/crm/";

        var settings = Read(written, Environments.Production);

        Assert.Equal(App, settings.AppConnectionString);
        Assert.Equal("Host=db;Username=crm_owner", settings.OwnerConnectionString);
        Assert.Equal("/srv/crm", settings.DataFolder);
        Assert.Equal(new Uri("https://crm.example.com/"), settings.PublicUrl);
        Assert.False(settings.Demo);
        Assert.Equal(("mail.example.com", 587, null), (settings.Smtp!.Host, settings.Smtp.Port, settings.Smtp.User));
        Assert.Equal([IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("192.168.1.7/32")], settings.TrustedProxies);
        Assert.True(settings.KeyCertificate!.HasPrivateKey);
    }

    [Fact]
    public void The_mail_password_is_not_written_into_logs() =>
        Assert.DoesNotContain("s3cret", new SmtpSettings("mail", 587, "crm", "s3cret", new("crm@example.com")).ToString(), StringComparison.Ordinal);

    private Dictionary<string, string?> Complete() => new()
    {
        ["HOME"] = "/home/ann",
        ["ConnectionStrings:Crm"] = App,
        ["CRMSTUDIO_PUBLIC_URL"] = "https://crm.example.com",
        ["CRMSTUDIO_KEY_CERTIFICATE"] = Certificate("key.pfx", withKey: true),
        ["CRMSTUDIO_KEY_CERTIFICATE_PASSWORD"] = "open",
    };

    private Dictionary<string, string?> WithMail() => new(Complete())
    {
        ["CRMSTUDIO_SMTP_HOST"] = "mail.example.com",
        ["CRMSTUDIO_SMTP_FROM"] = "CRM <crm@example.com>",
    };

    private string Certificate(string name, bool withKey)
    {
        var file = Path.Combine(folder, name);
        using var shown = X509CertificateLoader.LoadCertificate(Own.Export(X509ContentType.Cert));
        File.WriteAllBytes(file, (withKey ? Own : shown).Export(X509ContentType.Pkcs12, "open"));
        return file;
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        return new CertificateRequest("CN=crm", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now, now.AddDays(1));
    }

    private static string Refusal(Dictionary<string, string?> settings, string environment) =>
        Assert.Throws<StartUpRefusedException>(() => Read(settings, environment)).Message;

    private static CrmSettings Read(Dictionary<string, string?> settings, string environment) =>
        CrmSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), new Place(environment));

    private sealed class Place(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;
        public string ApplicationName { get; set; } = "CrmStudio";
        public string ContentRootPath { get; set; } = "/";
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}

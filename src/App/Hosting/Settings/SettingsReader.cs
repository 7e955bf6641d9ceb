using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CrmStudio.Infrastructure.Platform;
using CrmStudio.Infrastructure.Platform.Storage;

namespace CrmStudio.App.Hosting.Settings;

/// <summary>Turns text into settings. Every refusal is one sentence that begins with the setting's name as a person would type it.</summary>
internal sealed class SettingsReader(IConfiguration configuration, bool mustBeComplete)
{
    public string? Optional(string key) => configuration[key] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    public string? Required(string key, string because)
    {
        if (Optional(key) is { } value) return value;
        if (mustBeComplete) Refuse(key, $"is not set: outside Development {because}, and there is no default.");
        return null;
    }

    public string DataFolder()
    {
        const string key = "CRMSTUDIO_DATA";
        if (Optional(key) is { } folder)
        {
            if (!Path.IsPathFullyQualified(folder)) Refuse(key, $"is '{folder}': name the folder by its full path.");
            return Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        }

        return Optional("HOME") switch
        {
            null => Refuse<string>(key, "is not set and there is no home folder to put the data in: name a folder by its full path."),
            "/root" => "/var/lib/crmstudio",   // the user that runs PostgreSQL cannot reach root's home
            var home => Path.Combine(home, ".local", "share", "crmstudio"),
        };
    }

    public IReadOnlyList<string> Urls(string unset)
    {
        const string key = "urls";
        var urls = (Optional(key) ?? unset).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var url in urls)
        {
            if (!IsBindingAddress(url)) Refuse("ASPNETCORE_URLS", $"contains '{url}', which is not an address to listen on such as {unset}.");
        }
        if (urls.Length == 0) Refuse("ASPNETCORE_URLS", $"names no address to listen on, such as {unset}.");
        return urls;
    }

    public Uri PublicUrl(string inDevelopment)
    {
        const string key = "CRMSTUDIO_PUBLIC_URL";
        var text = Required(key, "links in e-mails start with it") ?? BindingAddress.Parse(inDevelopment) switch
        {
            { Host: "+" or "*" or "0.0.0.0" or "[::]" } any => $"{any.Scheme}://localhost:{any.Port}",
            _ => inDevelopment,
        };
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Query.Length + url.Fragment.Length + url.UserInfo.Length > 0)
            Refuse(key, $"is '{text}', which is not the address of a site such as https://crm.example.com.");
        if (mustBeComplete && url.Scheme != "https") Refuse(key, $"is '{text}': outside Development people sign in over https only.");
        return text.EndsWith('/') ? url : new(text + "/");
    }

    public bool Switch(string key, bool unset) => Optional(key)?.ToLowerInvariant() switch
    {
        null => unset,
        "true" or "1" or "on" or "yes" => true,
        "false" or "0" or "off" or "no" => false,
        var other => Refuse<bool>(key, $"is '{other}': say true or false."),
    };

    public SmtpSettings? Smtp()
    {
        const string prefix = "CRMSTUDIO_SMTP_";
        var host = Optional(prefix + "HOST");
        if (host is null)
        {
            foreach (var other in (string[])["PORT", "USER", "PASSWORD", "FROM"])
            {
                if (Optional(prefix + other) is not null) Refuse(prefix + "HOST", $"is not set although {prefix}{other} is: set it, or neither to keep mail in the app.");
            }
            return null;
        }

        var port = Optional(prefix + "PORT") ?? "587";
        if (!int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 65535) Refuse(prefix + "PORT", $"is '{port}', which is not a port number.");
        var (user, password) = (Optional(prefix + "USER"), Optional(prefix + "PASSWORD"));
        if (user is not null && password is null) Refuse(prefix + "PASSWORD", $"is not set although {prefix}USER is.");
        if (user is null && password is not null) Refuse(prefix + "USER", $"is not set although {prefix}PASSWORD is.");
        var from = Optional(prefix + "FROM");
        if (from is null) Refuse(prefix + "FROM", $"is not set although {prefix}HOST is: mail needs a sender.");
        if (!MailAddress.TryCreate(from, out var sender)) Refuse(prefix + "FROM", $"is '{from}', which is not an e-mail address.");
        return new(host, number, user, password, sender);
    }

    public S3Settings? S3()
    {
        const string prefix = "CRMSTUDIO_S3_";
        var bucket = Optional(prefix + "BUCKET");
        if (bucket is null)
        {
            foreach (var other in (string[])["ENDPOINT", "REGION", "ACCESS_KEY", "SECRET_KEY", "PREFIX"])
            {
                if (Optional(prefix + other) is not null) Refuse(prefix + "BUCKET", $"is not set although {prefix}{other} is: set it, or neither to keep files in CRMSTUDIO_DATA.");
            }
            return null;
        }

        if (bucket.Length is < 3 or > 63 || bucket.Any(letter => letter is not ('-' or '.' or (>= 'a' and <= 'z') or (>= '0' and <= '9')))) Refuse(prefix + "BUCKET", $"is '{bucket}', which is not the name of a bucket.");
        Uri? endpoint = null;
        if (Optional(prefix + "ENDPOINT") is { } address && (!Uri.TryCreate(address, UriKind.Absolute, out endpoint) || endpoint.Scheme is not ("http" or "https") || endpoint.Query.Length + endpoint.Fragment.Length + endpoint.UserInfo.Length > 0))
            Refuse(prefix + "ENDPOINT", $"is '{address}', which is not the address of a server such as https://s3.example.com.");
        var region = Optional(prefix + "REGION") ?? "us-east-1";
        if (region.Any(letter => letter is not ('-' or (>= 'a' and <= 'z') or (>= '0' and <= '9')))) Refuse(prefix + "REGION", $"is '{region}', which is not a region such as us-east-1.");
        if (Optional(prefix + "ACCESS_KEY") is not { } access) return Refuse<S3Settings>(prefix + "ACCESS_KEY", $"is not set although {prefix}BUCKET is: requests are signed with it.");
        if (Optional(prefix + "SECRET_KEY") is not { } secret) return Refuse<S3Settings>(prefix + "SECRET_KEY", $"is not set although {prefix}BUCKET is: requests are signed with it.");
        var inside = Optional(prefix + "PREFIX")?.Trim('/') ?? "";
        if (inside.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_' or '.' or '/'))) Refuse(prefix + "PREFIX", $"is '{inside}': use letters, digits, hyphens and slashes.");
        return new(bucket, endpoint, region, access, secret, inside.Length == 0 ? "" : inside + "/");
    }

    public IReadOnlyList<IPNetwork> Networks(string key)
    {
        var networks = new List<IPNetwork>();
        foreach (var text in (Optional(key) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (IPNetwork.TryParse(text, out var network)) networks.Add(network);
            else if (IPAddress.TryParse(text, out var address)) networks.Add(new(address, address.GetAddressBytes().Length * 8));
            else Refuse(key, $"contains '{text}', which is neither an address nor a network such as 10.0.0.0/8.");
        }
        return networks;
    }

    public X509Certificate2? KeyCertificate()
    {
        const string key = "CRMSTUDIO_KEY_CERTIFICATE";
        if (Required(key, "it is the file that encrypts the keys of sign-ins") is not { } file) return null;
        if (!File.Exists(file)) Refuse(key, $"names the file {file}, which does not exist or cannot be read.");
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(file, Optional(key + "_PASSWORD"));
            using var rsa = certificate.GetRSAPrivateKey();   // the key ring is encrypted by RSA only
            if (rsa is null) Refuse(key, $"names the file {file}, which holds no RSA private key.");
            return certificate;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return Refuse<X509Certificate2>(key, $"names the file {file}, which does not open as PKCS#12 with {key}_PASSWORD.");
        }
    }

    private static bool IsBindingAddress(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address is { Scheme: "http" or "https", Host.Length: > 0 };
        }
        catch (FormatException)
        {
            return false;
        }
    }

    [DoesNotReturn]
    private static void Refuse(string key, string sentence) => throw new StartUpRefusedException($"{key.Replace(":", "__", StringComparison.Ordinal)} {sentence}");

    private static T Refuse<T>(string key, string sentence)
    {
        Refuse(key, sentence);
        return default;
    }
}

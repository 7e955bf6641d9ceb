using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CrmStudio.Browser.Harness;

/// <summary>The app as it is run for people: published, in production, without the demo, over https with a certificate made for the occasion.</summary>
public sealed class PublishedApp(CrmBrowser browser) : IAsyncLifetime
{
    // Browsers look up names below .localhost themselves; plain localhost is never promised to be https only.
    private const string Host = "crm.localhost";
    private const string Password = "of this test";
    private readonly string folder = Directory.CreateTempSubdirectory("crmstudio-published-").FullName;

    public AppProcess App { get; private set; } = default!;

    public async ValueTask InitializeAsync()
    {
        await PublishAsync();
        var (certificate, port, plain) = (Path.Combine(folder, "certificate.pfx"), AppProcess.FreePort(), AppProcess.FreePort());
        await File.WriteAllBytesAsync(certificate, SelfSigned());
        App = await AppProcess.StartAsync(Path.Combine(folder, "CrmStudio.App"), folder, new($"https://{Host}:{port}/"), new($"http://127.0.0.1:{plain}/"), browser.Crm.Strings, new()
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production", ["ASPNETCORE_URLS"] = $"https://127.0.0.1:{port};http://127.0.0.1:{plain}",
            ["CRMSTUDIO_PUBLIC_URL"] = $"https://{Host}:{port}", ["CRMSTUDIO_KEY_CERTIFICATE"] = certificate, ["CRMSTUDIO_KEY_CERTIFICATE_PASSWORD"] = Password,
            ["Kestrel__Certificates__Default__Path"] = certificate, ["Kestrel__Certificates__Default__Password"] = Password,
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (App is not null) await App.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task PublishAsync()
    {
        string[] words = ["publish", Path.Combine(AppProcess.Repository, "src", "App"), "-c", AppProcess.Configuration, "--no-build", "-o", folder, "-v", "q", "--nologo", "-nodeReuse:false"];
        using var publish = Process.Start(new ProcessStartInfo("dotnet", words) { RedirectStandardOutput = true })!;
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0) throw new InvalidOperationException($"Publishing ended with {publish.ExitCode}:\n{said}");
    }

    private static byte[] SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={Host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return certificate.Export(X509ContentType.Pfx, Password);
    }
}

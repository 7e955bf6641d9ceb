using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CrmStudio.App.Tests.Hosting;

public sealed class RefusedStartTests
{
    [Theory(Timeout = 60_000)]
    [InlineData("Production", "CRMSTUDIO_DEMO", "off", "ConnectionStrings__Crm is not set: outside Development it is the app role's database, and there is no default.")]
    [InlineData("Development", "CRMSTUDIO_DEMO", "maybe", "CRMSTUDIO_DEMO is 'maybe': say true or false.")]
    [InlineData("Development", "CRMSTUDIO_DATA", "/proc/1/crm", "The data folder /proc/1/crm/postgres cannot be made: set CRMSTUDIO_DATA to a folder you may write to.")]
    [InlineData("Development", "ConnectionStrings__Crm", "Host=127.0.0.1;No Reset On Close=true", "ConnectionStrings__Crm contains No Reset On Close, with which the next user of a pooled connection would inherit an organization: remove it.")]
    public async Task A_wrong_setting_ends_the_app_with_one_sentence_and_exit_code_one(string environment, string setting, string value, string sentence)
    {
        Assert.Equal((1, "", sentence), await StartAsync(environment, setting, value));
    }

    [Fact(Timeout = 60_000)]
    public async Task An_address_that_is_taken_ends_the_app_with_one_sentence_before_a_database_is_made()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var (url, folder) = ($"http://localhost:{((IPEndPoint)other.LocalEndpoint).Port}", Path.Combine(Path.GetTempPath(), $"crm-{Guid.NewGuid():n}"));

        var ended = await StartAsync("Development", "ASPNETCORE_URLS", url, ("CRMSTUDIO_DATA", folder));

        Assert.Equal((1, "", $"ASPNETCORE_URLS names {url}, where another program listens already: stop it, or name another address."), ended);
        Assert.False(Directory.Exists(folder));
    }

    private static async Task<(int Code, string Said, string Errors)> StartAsync(string environment, string setting, string value, params (string Name, string Value)[] more)
    {
        var ct = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "CrmStudio.App")) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var set in start.Environment.Keys.Where(k => k.StartsWith("CRMSTUDIO_", StringComparison.Ordinal) || k.StartsWith("ConnectionStrings", StringComparison.Ordinal)).ToList()) start.Environment.Remove(set);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var (name, set) in more.Append((setting, value))) start.Environment[name] = set;

        using var app = Process.Start(start)!;
        var (said, errors) = (app.StandardOutput.ReadToEndAsync(ct), app.StandardError.ReadToEndAsync(ct));
        await app.WaitForExitAsync(ct);
        return (app.ExitCode, (await said).Trim(), (await errors).Trim());
    }
}

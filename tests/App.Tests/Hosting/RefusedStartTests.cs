using System.Diagnostics;

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
        var ct = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "CrmStudio.App")) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var set in start.Environment.Keys.Where(k => k.StartsWith("CRMSTUDIO_", StringComparison.Ordinal) || k.StartsWith("ConnectionStrings", StringComparison.Ordinal)).ToList()) start.Environment.Remove(set);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment[setting] = value;

        using var app = Process.Start(start)!;
        var (said, errors) = (app.StandardOutput.ReadToEndAsync(ct), app.StandardError.ReadToEndAsync(ct));
        await app.WaitForExitAsync(ct);

        Assert.Equal((1, "", sentence), (app.ExitCode, (await said).Trim(), (await errors).Trim()));
    }
}

using CrmStudio.App.Hosting;
using CrmStudio.App.Leads.Forms;
using CrmStudio.App.Leads.Forms.UseCases;
using CrmStudio.App.Tests.Access.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Forms;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CrmStudio.App.Tests.Leads.Forms;

/// <summary>The app on a port, an organization with one form, and who sends to it.</summary>
internal sealed class FormApp : IAsyncDisposable
{
    public const string Site = "https://www.harborline.example";

    private FormApp(AccessApp app, TestOrganization organization, LeadForm form)
    {
        (App, Organization, Form) = (app, organization, form);
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = app.Url };
    }

    public AccessApp App { get; }

    public TestOrganization Organization { get; }

    public LeadForm Form { get; }

    public HttpClient Http { get; }

    public string Address => FormUrls.For(Organization.Id, Form.Key);

    public static async Task<FormApp> StartAsync(int perMinute = 10_000)
    {
        var fixture = await CrmFixture.SharedAsync();
        var organization = await TestOrganization.CreateAsync(fixture);
        var form = new LeadForm(Guid.NewGuid().ToString("n"));
        form.Set(new LeadFormSetup("Website contact", LeadSources.Web, [Site], [new FormConsent(ConsentChannel.Email, ConsentPurpose.Marketing, "You may send me offers by e-mail.")], "Thank you."));
        await organization.SaveAsync(unit => unit.Db.LeadForms.Add(form));
        var app = await AccessApp.StartAsync(fixture, with: services => services.Replace(ServiceDescriptor.Singleton(new SecurityLimits { TriesPerMinute = 10_000, LinksPerMinute = 10_000, CapturesPerMinute = perMinute })));
        return new FormApp(app, organization, form);
    }

    public static Dictionary<string, string> Fields(string email = "jordan@example.com", string first = "Jordan", string last = "Marsh") =>
        new() { ["firstName"] = first, ["lastName"] = last, ["email"] = email, ["phone"] = "207 555 0134", ["interest"] = "Purchase", ["amount"] = "$410,000", ["state"] = "Maine", ["utm_source"] = "newsletter" };

    public async Task<HttpResponseMessage> SendAsync(HttpContent content, string? origin = null, string? key = null, string? accept = null, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, Address) { Content = content };
        if (origin is not null) request.Headers.Add("Origin", origin);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        if (accept is not null) request.Headers.Add("Accept", accept);
        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<int> CountAsync() => Organization.SaveAsync(unit => unit.Db.LeadCaptures.CountAsync());

    /// <summary>Makes leads of what is due after a while.</summary>
    public async Task ProcessAfterAsync(TimeSpan wait)
    {
        App.Clock.Advance(wait);
        await using var scope = App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().BecomeSystem(Organization.Id, Organization.Name, "America/New_York");
        await scope.ServiceProvider.GetRequiredService<ProcessCaptures>().RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until everything that was accepted is a lead, or waits for a person.</summary>
    public async Task SettledAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await Organization.SaveAsync(unit => unit.Db.LeadCaptures.AnyAsync(capture => capture.DueAt != null))) await Task.Delay(30, patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await App.DisposeAsync();
    }
}

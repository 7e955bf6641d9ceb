using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CrmStudio.App.Access.Api.UseCases;
using CrmStudio.App.Hosting;
using CrmStudio.App.Tests.Access.Harness;
using CrmStudio.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CrmStudio.App.Tests.Access.Api;

/// <summary>The app on a port, and programs with keys of its members.</summary>
internal sealed class ApiProgram(AccessApp app, TestOrganization organization) : IAsyncDisposable
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static readonly string[] Everything = ["leads.read", "leads.work", "leads.amounts", "contacts.read", "contacts.edit"];

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = app.Url };

    public AccessApp App => app;

    public TestOrganization Organization => organization;

    public static async Task<ApiProgram> StartAsync(int callsPerMinute = 10_000)
    {
        var fixture = await CrmFixture.SharedAsync();
        var app = await AccessApp.StartAsync(fixture, with: services => services.Replace(ServiceDescriptor.Singleton(new SecurityLimits { TriesPerMinute = 10_000, ApiCallsPerMinute = callsPerMinute })));
        return new ApiProgram(app, await TestOrganization.CreateAsync(fixture));
    }

    public async Task<string> KeyAsync(TestMember member, params string[] scopes)
    {
        await using var scope = await (await CrmFixture.SharedAsync()).AsAsync(member);
        var made = await scope.ServiceProvider.GetRequiredService<MakeApiKey>().RunAsync(new($"Key {Guid.NewGuid():n}", scopes.Length == 0 ? Everything : scopes, 30), Ct);
        return made.Value ?? throw new InvalidOperationException(made.Refusal!.Message);
    }

    public async Task<ApiReply> SendAsync(HttpMethod method, string path, string? key, object? body = null, string? once = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, "/api/v1" + path);
        if (key is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (once is not null) request.Headers.Add("Idempotency-Key", once);
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", $"\"{ifMatch}\"");
        if (body is not null) request.Content = JsonContent.Create(body);
        using var answer = await http.SendAsync(request, Ct);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        return new ApiReply(answer.StatusCode, text.StartsWith('{') ? JsonDocument.Parse(text).RootElement : default, text, answer.Headers.TryGetValues("Retry-After", out _));
    }

    public Task<ApiReply> GetAsync(string path, string? key) => SendAsync(HttpMethod.Get, path, key);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }
}

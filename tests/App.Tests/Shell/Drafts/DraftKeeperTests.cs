using Bunit;
using CrmStudio.App.Hosting;
using CrmStudio.App.Shell.Drafts;
using CrmStudio.Domain.Access;
using CrmStudio.Testing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace CrmStudio.App.Tests.Shell.Drafts;

public sealed class DraftKeeperTests : BunitContext
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_form_that_went_away_while_it_was_being_wired_is_no_fault_of_the_page_and_one_that_stays_is(bool isGone)
    {
        var fixture = await CrmFixture.SharedAsync();
        var organization = await TestOrganization.CreateAsync(fixture);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        await using var scope = await fixture.AsAsync(ana);
        var slow = new SlowBrowser();
        Services.AddFallbackServiceProvider(scope.ServiceProvider);
        Services.AddSingleton<IJSRuntime>(slow).AddSingleton(TimeProvider.System).AddSingleton(new ViewerClock(scope.ServiceProvider.GetRequiredService<CurrentMember>(), TimeProvider.System));
        var page = Render<ErrorBoundary>(parameters => parameters.Add(part => part.ChildContent, Form).Add(part => part.ErrorContent, fault => html => html.AddContent(0, "fault")));

        if (isGone) page.Render(parameters => parameters.Add(part => part.ChildContent, html => html.AddContent(0, "another record")));
        await page.InvokeAsync(() => slow.Answer.SetException(new JSException("Cannot read properties of null (reading 'closest')")));

        page.WaitForAssertion(() => Assert.Equal(isGone ? "another record" : "fault", page.Markup));
    }

    private static readonly RenderFragment Form = html =>
    {
        html.OpenComponent<DraftKeeper>(0);
        html.AddComponentParameter(1, nameof(DraftKeeper.Form), "leads.touch:1");
        html.CloseComponent();
    };

    /// <summary>A browser that answers when the test says so.</summary>
    private sealed class SlowBrowser : IJSRuntime
    {
        public TaskCompletionSource<object> Answer { get; } = new();

        public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => (TValue)await Answer.Task;

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => InvokeAsync<TValue>(identifier, args);
    }
}

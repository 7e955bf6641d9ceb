using Bunit;
using CrmStudio.App.Hosting;
using CrmStudio.App.Kit.Toasts;
using CrmStudio.App.Leads.Parts;
using CrmStudio.App.Leads.Queries;
using CrmStudio.App.Leads.UseCases;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Leads;

public sealed class LeadRecordPaneTests : BunitContext
{
    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_record_shows_one_lead_after_another_with_what_may_be_done()
    {
        var fixture = await CrmFixture.SharedAsync();
        var organization = await TestOrganization.CreateAsync(fixture);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var (one, two) = (await organization.LeadAsync(of: ana, name: "Ada One"), await organization.LeadAsync(of: ana, name: "Bo Two", with: (_, contact, at) => contact.DoNotCall(at)));
        await fixture.RunAsync<LogTouch, Outcome<Changed>>(ana, verb => verb.RunAsync(new(one, new(ActivityKind.Call, "Hello", CallResult.Reached)), Ct));
        await using var scope = await fixture.AsAsync(ana);
        Services.AddFallbackServiceProvider(scope.ServiceProvider);
        var (known, toasts) = (scope.ServiceProvider, new Toasts());
        Services.AddSingleton(toasts).AddSingleton(new UndoToast(toasts, known.GetRequiredService<UndoChange>(), known.GetRequiredService<CurrentMember>(), TimeProvider.System)).AddSingleton(TimeProvider.System);
        Services.AddSingleton(new ViewerClock(known.GetRequiredService<CurrentMember>(), TimeProvider.System));
        JSInterop.Mode = JSRuntimeMode.Loose;
        var query = scope.ServiceProvider.GetRequiredService<LeadRecordQuery>();
        var choices = (await scope.ServiceProvider.GetRequiredService<LeadChoicesQuery>().ReadAsync(Ct)).Value!;
        var acts = Render<LeadActs>(parameters => parameters.Add(part => part.Choices, choices).Add(part => part.Reload, () => Task.CompletedTask));
        var (first, second) = ((await query.ReadAsync(one, Ct)).Value!, (await query.ReadAsync(two, Ct)).Value!);

        var pane = Render<LeadRecordPane>(parameters => parameters.Add(part => part.Record, first).Add(part => part.Choices, choices).Add(part => part.Acts, acts.Instance).Add(part => part.Now, TimeProvider.System.GetUtcNow()).Add(part => part.BackHref, "/leads"));

        pane.WaitForAssertion(() => Assert.Contains("worked out", pane.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        Assert.Contains("called: reached", pane.Find(".tl").TextContent, StringComparison.Ordinal);
        pane.Render(parameters => parameters.Add(part => part.Record, second));
        pane.WaitForAssertion(() => Assert.Contains("Bo Two", pane.Find("h2").TextContent, StringComparison.Ordinal));
        Assert.Contains("Do not call", pane.Find(".reach").TextContent, StringComparison.Ordinal);
    }
}

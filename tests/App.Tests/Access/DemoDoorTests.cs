using CrmStudio.App.Tests.Access.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Access;

public sealed class DemoDoorTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Outside_demo_mode_nobody_is_offered_and_nobody_enters()
    {
        var fixture = await CrmFixture.SharedAsync();
        var demo = await Person.AloneAsync(fixture, isDemo: true);
        await using var open = await AccessApp.StartAsync(fixture);
        await using var closed = await AccessApp.StartAsync(fixture, isDemo: false);
        using var offered = open.Browser();
        using var browser = closed.Browser();

        Assert.DoesNotContain("Enter as", (await browser.OpenAsync("/sign-in")).Page.Body!.TextContent, StringComparison.Ordinal);
        var token = (await browser.OpenAsync("/sign-in")).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await browser.SendAsync(new(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent([new("_handler", "enter-as"), new("__RequestVerificationToken", token), new("Person", Of(demo))]) });
        Assert.Null(browser.Session);

        Assert.Equal("/", (await offered.SubmitAsync("/sign-in", "enter-as", ("Person", Of(demo)))).Location);
        Assert.NotNull(offered.Session);
    }

    [Fact]
    public async Task Nobody_enters_a_real_organization_nor_as_a_disabled_member_nor_as_somebody_who_also_works_in_a_real_one()
    {
        var fixture = await CrmFixture.SharedAsync();
        await using var app = await AccessApp.StartAsync(fixture);
        var real = await Person.AloneAsync(fixture, isDemo: false);
        var disabled = await Person.AloneAsync(fixture, isDemo: true);
        await disabled.Organization.SaveAsync(unit => unit.Db.Members.Single(member => member.Id == disabled.Member.Id).Disable(by: Guid.Empty));
        var both = await Person.AloneAsync(fixture, isDemo: true);
        await JoinAsync(fixture, both, real.Organization);
        using var browser = app.Browser();
        await Person.AloneAsync(fixture, isDemo: true);

        Assert.DoesNotContain(Of(real), (await browser.OpenAsync("/sign-in")).Page.Body!.InnerHtml, StringComparison.Ordinal);
        foreach (var person in new[] { real, disabled, both })
        {
            Assert.NotNull((await browser.SubmitAsync("/sign-in", "enter-as", ("Person", Of(person)))).Alert);
            Assert.Null(browser.Session);
        }
    }

    private static string Of(Person person) => $"{person.Member.OrgId}.{person.Member.Id}";

    private static async Task JoinAsync(CrmFixture fixture, Person person, TestOrganization organization)
    {
        var member = new Member(person.Member.UserId, "Pat", "Tester", person.Email, "America/New_York");
        await organization.SaveAsync(unit => unit.Db.Members.Add(member));
        await using var scope = fixture.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SignInDoor>().Db;
        db.UserOrganizations.Add(new UserOrganization { UserId = person.Member.UserId, OrgId = organization.Id, MemberId = member.Id });
        await db.SaveChangesAsync(Ct);
    }
}

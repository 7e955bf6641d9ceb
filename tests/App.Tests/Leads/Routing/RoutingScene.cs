using CrmStudio.App.Leads;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Hours;
using CrmStudio.Domain.Leads.Routing;
using CrmStudio.Infrastructure.Platform.Outbox;
using CrmStudio.Infrastructure.Platform.Tenancy;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Leads.Routing;

/// <summary>An organization that works around the clock, to which leads come.</summary>
internal sealed class RoutingScene(CrmFixture fixture, TestOrganization organization)
{
    private int people;

    public CrmFixture Fixture => fixture;

    public TestOrganization Organization => organization;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<RoutingScene> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        var scene = new RoutingScene(fixture, await TestOrganization.CreateAsync(fixture));
        await scene.WorksAsync(null, AroundTheClock);
        return scene;
    }

    public static WorkWeek AroundTheClock { get; } = new("America/New_York", [.. Enum.GetValues<DayOfWeek>().Select(day => new WorkSpan(day, TimeOnly.MinValue, TimeOnly.MinValue))]);

    public Task<TestMember> OfficerAsync(string name, Guid? team = null) => organization.MemberAsync(BuiltInRole.LoanOfficer, name, "Reyes", team);

    public Task WorksAsync(Guid? memberId, WorkWeek week) => organization.SaveAsync(unit =>
    {
        var schedule = new WorkSchedule(memberId);
        Assert.True(schedule.Write(week).IsDone);
        unit.Db.WorkSchedules.Add(schedule);
    });

    public Task PromiseAsync(ResponseTerms terms) => organization.SaveAsync(unit =>
    {
        var policy = new ResponsePolicy(organization.Id);
        Assert.True(policy.Set(terms).IsDone);
        unit.Db.ResponsePolicies.Add(policy);
    });

    public async Task<Guid> PondAsync(string name, Guid? team = null)
    {
        var pond = LeadPond.Dig(name, team).Value!;
        await organization.SaveAsync(unit => unit.Db.LeadPonds.Add(pond));
        return pond.Id;
    }

    public async Task<Guid> RuleAsync(int position, string name, RoutingTerms terms)
    {
        var rule = new RoutingRule(position);
        Assert.Null(rule.Write(name, terms).Refusal);
        await organization.SaveAsync(unit => unit.Db.RoutingRules.Add(rule));
        return rule.Id;
    }

    public static RoutingTerms Among(params TestMember[] crew) => new() { Places = [.. crew.Select(member => new RoutingPlace(member.Id))] };

    /// <summary>Somebody asks; nothing reacts yet.</summary>
    public Task<Guid> AskAsync(string source = LeadSources.Web, string? state = "TX", string? language = null) => organization.SaveAsync(async unit =>
    {
        var number = Interlocked.Increment(ref people);
        var received = await unit.ReceiveAsync(new Inquiry($"Person{number}", "Asker", $"person{number}@example.com", null, Language: language), new LeadOrigin(source), new LeadWish(LeadInterest.Purchase, State: state), null, Ct);
        return received.Value!.Lead.Id;
    });

    public async Task DispatchAsync()
    {
        await using var scope = fixture.AsSystem(organization);
        await scope.ServiceProvider.GetRequiredService<OutboxDispatcher>().DispatchAsync(Ct);
    }

    public async Task<Guid> AskAndRouteAsync(string source = LeadSources.Web, string? state = "TX", string? language = null)
    {
        var lead = await AskAsync(source, state, language);
        await DispatchAsync();
        return lead;
    }

    public async Task<T> AsSystemAsync<TUseCase, T>(Func<TUseCase, Task<T>> act)
        where TUseCase : notnull
    {
        await using var scope = fixture.AsSystem(organization);
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public async Task<T> AsAsync<TUseCase, T>(TestMember member, Func<TUseCase, Task<T>> act)
        where TUseCase : notnull
    {
        await using var scope = await fixture.AsAsync(member);
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public Task<Lead> LeadAsync(Guid id) => organization.SaveAsync(unit => unit.Db.Leads.AsNoTracking().SingleAsync(lead => lead.Id == id, Ct));

    public Task ChangeAsync(Guid id, Action<Lead, CrmUnit> change) => organization.SaveAsync(async unit =>
    {
        change(await unit.Db.Leads.SingleAsync(lead => lead.Id == id, Ct), unit);
        return true;
    });

    public Task<List<LeadAssignment>> AssignmentsAsync(Guid id) => organization.SaveAsync(unit => unit.Db.LeadAssignments.AsNoTracking().Where(given => given.LeadId == id).OrderBy(given => given.At).ToListAsync(Ct));

    public Task<List<string>> ToldAsync(TestMember member) => organization.SaveAsync(unit => unit.Db.Notifications.Where(told => told.MemberId == member.Id).OrderBy(told => told.At).Select(told => told.Text).ToListAsync(Ct));
}

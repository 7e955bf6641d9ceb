using System.Net;
using CrmStudio.App.Access.Api.Queries;
using CrmStudio.App.Access.Api.UseCases;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Access.Api;

/// <summary>Keys as programs meet them: over HTTP.</summary>
public sealed class ApiKeyTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_that_is_wrong_ended_revoked_or_of_a_disabled_member_is_answered_alike()
    {
        await using var program = await ApiProgram.StartAsync();
        var organization = program.Organization;
        var other = await TestOrganization.CreateAsync(await CrmFixture.SharedAsync());
        TestMember ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes"), marc = await organization.MemberAsync(BuiltInRole.LoanOfficer);
        var (good, revoked, disabled) = (await program.KeyAsync(ana), await program.KeyAsync(ana), await program.KeyAsync(marc));
        foreach (var key in (string[])[good, revoked, disabled]) Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/leads", key)).Status);

        var hash = ApiKey.HashOf(revoked.Split('.')[1]);
        await organization.SaveAsync(async unit =>
        {
            (await unit.Db.ApiKeys.SingleAsync(one => one.SecretHash == hash, Ct)).Revoke(unit.At);
            (await unit.Db.Members.SingleAsync(member => member.Id == marc.Id, Ct)).Disable(by: Guid.Empty);
            return true;
        });
        var answers = new HashSet<(HttpStatusCode, string?, string?)>();
        foreach (var key in (string?[])[null, "x", "x.y", $"{organization.Id:n}.wrong", $"{other.Id:n}.{good.Split('.')[1]}", $"{Guid.NewGuid():n}.{good.Split('.')[1]}", new string('a', 3_000), revoked, disabled])
        {
            var answer = await program.GetAsync("/leads", key);
            answers.Add((answer.Status, answer["type"], answer["detail"]));
        }
        program.App.Clock.Advance(TimeSpan.FromDays(31));
        var ended = await program.GetAsync("/leads", good);

        Assert.Equal((HttpStatusCode.Unauthorized, AccessRefusals.KeyOpensNothing.Code, AccessRefusals.KeyOpensNothing.Message), Assert.Single(answers));
        Assert.Equal(HttpStatusCode.Unauthorized, ended.Status);
    }

    [Fact]
    public async Task A_key_does_no_more_than_it_was_made_for_though_its_member_may_and_goes_on_so_when_roles_change()
    {
        await using var program = await ApiProgram.StartAsync();
        var ana = await program.Organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        var key = await program.KeyAsync(ana, "leads.read");

        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/leads", key)).Status);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await program.GetAsync("/contacts", key)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await program.SendAsync(HttpMethod.Post, "/leads", key, new { firstName = "Jo", email = "jo@example.com" })).Status);
            await program.Organization.SaveAsync(async unit =>
            {
                (await unit.Db.Members.SingleAsync(member => member.Id == ana.Id, Ct)).AccessChanged();
                return true;
            });
        }
    }

    [Fact]
    public async Task A_member_whose_role_is_taken_away_has_a_key_that_does_nothing()
    {
        await using var program = await ApiProgram.StartAsync();
        var ana = await program.Organization.MemberAsync(BuiltInRole.LoanOfficer);
        var key = await program.KeyAsync(ana);
        await program.Organization.SaveAsync(async unit =>
        {
            unit.Db.MemberRoles.Remove(await unit.Db.MemberRoles.SingleAsync(one => one.MemberId == ana.Id, Ct));
            (await unit.Db.Members.SingleAsync(member => member.Id == ana.Id, Ct)).AccessChanged();
            return true;
        });

        Assert.Equal(HttpStatusCode.Forbidden, (await program.GetAsync("/leads", key)).Status);
    }

    [Fact]
    public async Task Nobody_makes_a_key_that_may_more_than_they_or_sees_the_keys_of_others_but_an_administrator()
    {
        await using var program = await ApiProgram.StartAsync();
        TestMember ana = await program.Organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes"), marc = await program.Organization.MemberAsync(BuiltInRole.LoanOfficer), viewer = await program.Organization.MemberAsync(BuiltInRole.Viewer), admin = await program.Organization.MemberAsync(BuiltInRole.Admin);
        await program.KeyAsync(ana, "leads.read");

        Assert.Equal(Refusal.NotAllowed, (await MakeAsync(viewer, "leads.read")).Refusal);
        Assert.Equal(AccessRefusals.ScopeAboveOwn, (await MakeAsync(ana, "access.members.edit")).Refusal);
        Assert.Equal(nameof(ApiKey.Scopes), (await MakeAsync(ana)).Refusal?.Field);
        Assert.Empty((await KeysAsync(marc)).Keys);
        var seen = Assert.Single((await KeysAsync(admin)).Keys);
        Assert.Equal("Ana Reyes", seen.Owner);
        await using var scope = await (await CrmFixture.SharedAsync()).AsAsync(marc);
        Assert.Equal(Refusal.NotFound, (await scope.ServiceProvider.GetRequiredService<RevokeApiKey>().RunAsync(new(seen.Id), Ct)).Refusal);
        await using var high = await (await CrmFixture.SharedAsync()).AsAsync(admin);
        Assert.True((await high.ServiceProvider.GetRequiredService<RevokeApiKey>().RunAsync(new(seen.Id), Ct)).IsDone);
        Assert.Empty((await KeysAsync(ana)).Keys);
    }

    [Fact]
    public async Task Its_secret_is_written_nowhere_and_its_last_use_is_noted()
    {
        await using var program = await ApiProgram.StartAsync();
        var key = await program.KeyAsync(await program.Organization.MemberAsync(BuiltInRole.LoanOfficer));
        await program.GetAsync("/leads", key);

        var (used, audited) = await program.Organization.SaveAsync(async unit =>
            (await unit.Db.ApiKeys.Select(one => one.UsedAt).SingleAsync(Ct), string.Concat(await unit.Db.AuditEntries.Where(entry => entry.EntityType == "api_keys").Select(entry => entry.After).ToListAsync(Ct))));
        Assert.NotNull(used);
        Assert.NotEmpty(audited);
        Assert.DoesNotContain(ApiKey.HashOf(key.Split('.')[1]), audited, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(key.Split('.')[1], audited, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_asks_so_often_a_minute_and_is_told_when_again()
    {
        await using var program = await ApiProgram.StartAsync(callsPerMinute: 2);
        var key = await program.KeyAsync(await program.Organization.MemberAsync(BuiltInRole.LoanOfficer));

        var answers = new List<ApiReply>();
        foreach (var _ in Enumerable.Range(0, 3)) answers.Add(await program.GetAsync("/leads", key));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], answers.Select(answer => answer.Status));
        Assert.True(answers[2].SaysWhenAgain);
    }

    private static async Task<Outcome<string>> MakeAsync(TestMember member, params string[] scopes)
    {
        await using var scope = await (await CrmFixture.SharedAsync()).AsAsync(member);
        return await scope.ServiceProvider.GetRequiredService<MakeApiKey>().RunAsync(new("Sync", scopes, 30), Ct);
    }

    private static async Task<ApiKeysView> KeysAsync(TestMember member)
    {
        await using var scope = await (await CrmFixture.SharedAsync()).AsAsync(member);
        return (await scope.ServiceProvider.GetRequiredService<ApiKeysQuery>().ReadAsync(Ct)).Value!;
    }
}

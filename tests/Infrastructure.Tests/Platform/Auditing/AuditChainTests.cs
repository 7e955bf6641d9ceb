using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance;
using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Auditing;
using CrmStudio.Infrastructure.Platform.Tenancy;
using CrmStudio.Infrastructure.Tests.Platform.Tenancy;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CrmStudio.Infrastructure.Tests.Platform.Auditing;

/// <summary>The seals say whether the trail was touched, and where, even by somebody above every fence.</summary>
public sealed class AuditChainTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Verifying_takes_the_permission_to_read_the_trail()
    {
        var (fixture, organization) = await StartAsync();
        await using var scope = await fixture.AsAsync(await organization.MemberAsync(BuiltInRole.LoanOfficer));

        Assert.Equal(Refusal.NotAllowed, (await scope.ServiceProvider.GetRequiredService<AuditSealer>().VerifyAsync(Ct)).Refusal);
    }

    [Fact]
    public async Task Sealed_entries_verify_and_later_ones_are_reported_as_unsealed()
    {
        var (fixture, organization) = await StartAsync();
        var written = await organization.SaveAsync(unit => unit.Db.AuditEntries.CountAsync(Ct));

        Assert.Equal(written, await SealAsync(fixture, organization));
        await organization.SaveAsync(unit => unit.Db.Contacts.Add(new Contact("Late", "Comer")));

        Assert.Equal(new AuditVerdict(written, 1, null), await VerifyAsync(fixture, organization));
        Assert.Equal(1, await SealAsync(fixture, organization));
        Assert.Equal(0, await SealAsync(fixture, organization));
        Assert.Equal(new AuditVerdict(written + 1, 0, null), await VerifyAsync(fixture, organization));
    }

    [Theory]
    [InlineData("update audit_entries e set verb = 'harmless' from audit_seals s where e.org_id = $1 and s.org_id = $1 and s.id = e.id and s.position = 7")]
    [InlineData("update audit_entries e set at = e.at + interval '1 microsecond' from audit_seals s where e.org_id = $1 and s.org_id = $1 and s.id = e.id and s.position = 7")]
    [InlineData("update audit_entries e set after = '{}' from audit_seals s where e.org_id = $1 and s.org_id = $1 and s.id = e.id and s.position = 7")]
    [InlineData("update audit_entries e set member_id = gen_random_uuid() from audit_seals s where e.org_id = $1 and s.org_id = $1 and s.id = e.id and s.position = 7")]
    [InlineData("update audit_seals set hash = repeat('0', 64) where org_id = $1 and position = 7")]
    [InlineData("delete from audit_seals where org_id = $1 and position = 7")]
    [InlineData("with gone as (delete from audit_seals where org_id = $1 and position = 7 returning id) delete from audit_entries using gone where org_id = $1 and audit_entries.id = gone.id")]
    [InlineData("update audit_seals set position = case position when 7 then -8 else -7 end where org_id = $1 and position in (7, 8); update audit_seals set position = -position where org_id = $1 and position < 0")]
    public async Task What_a_superuser_edits_removes_or_swaps_is_found_at_its_place(string tampering)
    {
        var (fixture, organization) = await StartAsync();
        await SealAsync(fixture, organization);
        Assert.Null((await VerifyAsync(fixture, organization)).BrokenAt);

        await using (var superuser = new NpgsqlConnection(await SchemaDatabase.SuperuserAsync(new NpgsqlConnectionStringBuilder(fixture.Strings.App).Database!)))
        {
            await superuser.OpenAsync(Ct);
            await using var quietly = new NpgsqlCommand("set session_replication_role = replica", superuser);   // no foreign key stands in the way
            await quietly.ExecuteNonQueryAsync(Ct);
            foreach (var statement in tampering.Split("; "))
            {
                await using var command = new NpgsqlCommand(statement, superuser) { Parameters = { new() { Value = organization.Id } } };
                Assert.NotEqual(0, await command.ExecuteNonQueryAsync(Ct));
            }
        }

        Assert.Equal(7, (await VerifyAsync(fixture, organization)).BrokenAt);
    }

    [Fact]
    public async Task Two_sealers_at_once_make_one_chain()
    {
        var (fixture, organization) = await StartAsync();
        for (var i = 0; i < 12; i++) await organization.SaveAsync(unit => unit.Db.Contacts.AddRange(Enumerable.Range(0, 100).Select(n => new Contact($"Person {n}", "Chain"))));
        var written = await organization.SaveAsync(unit => unit.Db.AuditEntries.CountAsync(Ct));

        var sealed_ = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            var count = 0;
            while (await SealAsync(fixture, organization) is > 0 and var more) count += more;
            return count;
        }));

        Assert.Equal(written, sealed_.Sum());
        Assert.Equal(new AuditVerdict(written, 0, null), await VerifyAsync(fixture, organization));
    }

    [Fact]
    public async Task What_an_import_writes_by_the_thousand_is_sealed_in_one_turn()
    {
        var (fixture, organization) = await StartAsync();
        await organization.SaveAsync(unit => unit.Many.Add(Enumerable.Range(0, 2 * AuditSealer.BatchSize + 1).Select(n => new Contact($"Person {n}", "Crowd"))));
        var written = await organization.SaveAsync(unit => unit.Db.AuditEntries.CountAsync(Ct));

        await using (var scope = fixture.AsSystem(organization))
            Assert.Equal(written, await new AuditSealer(scope.ServiceProvider.GetRequiredService<CrmWork>(), new StoppedClock()).SealAsync(Ct));
        Assert.Equal(new AuditVerdict(written, 0, null), await VerifyAsync(fixture, organization));
    }

    [Fact]
    public async Task An_entry_whose_save_took_long_is_sealed_when_the_whole_trail_is_looked_through()
    {
        var (fixture, organization) = await StartAsync();
        var written = await SealAsync(fixture, organization);
        var began = TimeProvider.System.GetUtcNow() - AuditSealer.LongestSave - TimeSpan.FromMinutes(1);
        await organization.SaveAsync(unit => unit.Db.AuditEntries.Add(new AuditEntry { At = began, MemberId = Guid.Empty, Verb = "loans.import", Action = AuditAction.Insert, EntityType = "loans", EntityId = Guid.CreateVersion7() }));
        Assert.Equal(0, await SealAsync(fixture, organization));

        await using (var scope = fixture.AsSystem(organization)) Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<AuditSealer>().SealAllAsync(Ct));
        Assert.Equal(new AuditVerdict(written + 1, 0, null), await VerifyAsync(fixture, organization));
    }

    private static async Task<int> SealAsync(CrmFixture fixture, TestOrganization organization)
    {
        await using var scope = fixture.AsSystem(organization);
        return await scope.ServiceProvider.GetRequiredService<AuditSealer>().SealAsync(Ct);
    }

    private static async Task<AuditVerdict> VerifyAsync(CrmFixture fixture, TestOrganization organization)
    {
        await using var scope = fixture.AsSystem(organization);
        return (await scope.ServiceProvider.GetRequiredService<AuditSealer>().VerifyAsync(Ct)).Value!;
    }

    // However busy the machine is, the turn is not over.
    private sealed class StoppedClock : TimeProvider
    {
        public override long GetTimestamp() => 0;
    }

    private static async Task<(CrmFixture, TestOrganization)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        return (fixture, await TestOrganization.CreateAsync(fixture));
    }
}

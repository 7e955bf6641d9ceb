using CrmStudio.Infrastructure.Platform.Postgres;
using CrmStudio.Infrastructure.Platform.Tenancy;
using CrmStudio.Testing;
using Npgsql;

namespace CrmStudio.Infrastructure.Tests.Platform.Tenancy;

/// <summary>The fence as it is has no hole; every way to make one is noticed, with a sentence that names it.</summary>
[Collection(SchemaDatabase.Turns)]
public sealed class FenceBreakageTests
{
    private const string Keyed = "org_id uuid not null references organizations, id uuid not null, primary key (org_id, id)";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_migrated_database_has_no_hole_for_the_role_the_app_runs_as()
    {
        var fixture = await CrmFixture.SharedAsync();
        await using var app = new NpgsqlConnection(fixture.Strings.App);
        await app.OpenAsync(Ct);

        Assert.Empty(await FenceCheck.HolesAsync(app, Ct));
    }

    [Fact]
    public async Task The_owner_is_not_a_role_the_app_may_run_as()
    {
        var fixture = await CrmFixture.SharedAsync();
        await using var owner = new NpgsqlConnection(fixture.Strings.Owner);
        await owner.OpenAsync(Ct);

        Assert.Contains("The app's database role crm_owner owns", string.Join('\n', await FenceCheck.HolesAsync(owner, Ct)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Breakages))]
    public async Task A_breakage_is_noticed(string statements, string sentence)
    {
        await using var connection = await SchemaDatabase.OpenAsync(Ct);
        await using var undone = await connection.BeginTransactionAsync(Ct);
        Assert.Empty(await FenceCheck.HolesAsync(connection, DatabaseRoles.App, Ct));

        await RunAsync(connection, statements);

        Assert.Contains(await FenceCheck.HolesAsync(connection, DatabaseRoles.App, Ct), hole => hole.Contains(sentence, StringComparison.Ordinal));
    }

    public static TheoryData<string, string> Breakages => new()
    {
        // Policies
        { "drop policy org_fence on loans", "Table loans lacks its policies" },
        { "drop policy org_grant on loans", "Table loans lacks its policies" },
        { "create policy stray on contacts using (true)", "Table contacts lacks its policies" },
        { "create policy stray on contacts as restrictive using (true)", "Table contacts lacks its policies" },
        { "alter policy org_fence on contacts using (true)", "Table contacts lacks its policies" },
        { "alter policy org_fence on contacts with check (true)", "Table contacts lacks its policies" },
        { "alter policy org_fence on contacts using (org_id = current_setting('app.org_id')::uuid)", "Table contacts lacks its policies" },
        { "alter policy org_fence on contacts to crm_owner", "Table contacts lacks its policies" },
        { $"drop policy org_fence on contacts; create policy org_fence on contacts using ({Fence.Condition}) with check ({Fence.Condition})", "Table contacts lacks its policies" },
        { $"drop policy org_fence on contacts; create policy org_fence on contacts as restrictive for select using ({Fence.Condition})", "Table contacts lacks its policies" },
        { "alter table contacts disable row level security", "Table contacts does not enable and force row-level security" },
        { "alter table contacts no force row level security", "Table contacts does not enable and force row-level security" },

        // Keys
        { "create unique index ux_everywhere on contacts (email_key)", "Unique key ux_everywhere of contacts" },
        { "create unique index ux_late on loans (number, org_id)", "Unique key ux_late of loans" },
        { "create unique index ux_lower on contacts (lower(email))", "Unique key ux_lower of contacts" },
        { "alter table contacts add constraint xc_email exclude using btree (email_key with =)", "Unique key xc_email of contacts" },
        { "alter table activities drop constraint pk_activities, add primary key (id)", "Unique key activities_pkey of activities" },
        { "alter table activities drop constraint pk_activities", "Table activities has no primary key" },
        { "alter table contacts add unique (id); alter table loan_parties add constraint fk_bare foreign key (contact_id) references contacts (id)", "Foreign key fk_bare of loan_parties" },

        // New tables
        { "create table memos (id uuid primary key)", "Table memos has no org_id" },
        { $"create table memos ({Keyed})", "Table memos does not enable and force row-level security" },
        { "create table memos (org_id uuid, id uuid primary key)", "Table memos has no org_id that is a uuid and not null" },
        { "create table memos (org_id text not null, id uuid not null, primary key (org_id, id))", "Table memos has no org_id that is a uuid" },
        { $"create table memos (day date not null, {Keyed.Replace("id)", "id, day)", StringComparison.Ordinal)}) partition by range (day); {Fence.SqlFor("memos")}; create table memos_2026 partition of memos for values from ('2026-01-01') to ('2027-01-01')", "Table memos_2026 does not enable and force row-level security" },
        { "create schema attic; create table attic.contacts as select * from contacts", "Table attic.contacts stands outside the schema public" },
        { "create foreign data wrapper far; create server away foreign data wrapper far; create foreign table distant (org_id uuid) server away", "Foreign table distant" },

        // Ways around the tables
        { "create view everybody as select * from contacts", "View everybody" },
        { "create materialized view everybody as select * from contacts", "Materialized view everybody" },
        { "create function peek() returns bigint language sql security definer as 'select count(*) from contacts'", "Function peek" },
        { "create rule copied as on insert to contacts do also select 1", "Table contacts has the rule copied" },

        // The app's role
        { "grant truncate on contacts to crm_app", "may TRUNCATE, REFERENCE or put a TRIGGER on contacts" },
        { "grant references (id) on contacts to crm_app", "may TRUNCATE, REFERENCE or put a TRIGGER on contacts" },
        { "grant trigger on contacts to public", "may TRUNCATE, REFERENCE or put a TRIGGER on contacts" },
        { "grant update on audit_entries to crm_app", "may change or delete rows of audit_entries" },
        { "grant update (verb) on audit_entries to crm_app", "may change or delete rows of audit_entries" },
        { "grant update (is_given) on consents to crm_app", "may change or delete rows of consents" },
        { "grant delete on consents to crm_app", "may change or delete rows of consents" },
        { "grant delete on audit_seals to crm_app", "may change or delete rows of audit_seals" },
        { "grant create on schema public to crm_app", "may create tables" },
        { "alter table contacts owner to crm_app", "role crm_app owns contacts" },
        { "grant crm_owner to crm_app", "role crm_app owns" },
        { "create role climber bypassrls; grant climber to crm_app", "as a member of climber, is above row-level security" },
        { "grant pg_execute_server_program to crm_app", "as a member of pg_execute_server_program, is above row-level security" },
    };

    [Fact]
    public async Task A_partition_with_a_fence_of_its_own_is_no_hole()
    {
        await using var connection = await SchemaDatabase.OpenAsync(Ct);
        await using var undone = await connection.BeginTransactionAsync(Ct);
        await RunAsync(connection, $"""
            create table memos (org_id uuid not null references organizations, day date not null, id uuid not null, primary key (org_id, day, id)) partition by range (day);
            create table memos_2026 partition of memos for values from ('2026-01-01') to ('2027-01-01');
            {Fence.SqlFor("memos")}
            {Fence.SqlFor("memos_2026")}
            """);

        Assert.Empty(await FenceCheck.HolesAsync(connection, DatabaseRoles.App, Ct));
    }

    private static async Task RunAsync(NpgsqlConnection connection, string statements)
    {
        await using var command = new NpgsqlCommand(statements, connection);
        await command.ExecuteNonQueryAsync(Ct);
    }
}

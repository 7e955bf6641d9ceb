using CrmStudio.Infrastructure.Platform.Postgres;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace CrmStudio.Infrastructure.Tests.Platform.Tenancy;

/// <summary>The row matrix proves something: where the fence is broken, its attacks leak.</summary>
[Collection(SchemaDatabase.Turns)]
public sealed class IsolationMutantTests
{
    public static TheoryData<string> RowAttacks => [.. Attacks.OnRows.Select(attack => attack.Name)];

    [Theory]
    [MemberData(nameof(RowAttacks))]
    public async Task Without_the_policy_the_attack_leaks(string name)
    {
        var matrix = await IsolationMatrix.BreakableAsync();
        var table = matrix.Rows.TenantTables.Single(table => table.Name == "notifications");

        var leak = await TryBrokenAsync(matrix, Attacks.OnRows.Single(attack => attack.Name == name), table, "drop policy org_fence on notifications");

        Assert.NotNull(leak);
    }

    [Fact]
    public async Task Without_organizations_in_the_key_whether_an_id_is_taken_shows()
    {
        var matrix = await IsolationMatrix.BreakableAsync();
        var table = matrix.Rows.TenantTables.Single(table => table.Name == "notifications");

        Assert.NotNull(await TryBrokenAsync(matrix, Attacks.SameId, table, "create unique index ux_bare on notifications (id)"));
    }

    [Fact]
    public async Task With_a_foreign_key_on_the_id_alone_a_child_hangs_on_a_row_of_theirs()
    {
        var matrix = await IsolationMatrix.BreakableAsync();
        var table = matrix.Rows.TenantTables.Single(table => table.Name == "loan_parties");
        var link = RowFactory.TenantLinks(table).Single(link => link.PrincipalTable.Name == "contacts");

        Assert.NotNull(await TryBrokenAsync(matrix, Attacks.Child(link), table, $"""
            alter table loan_parties drop constraint {link.Name};
            create unique index ux_bare on contacts (id);
            alter table loan_parties add constraint fk_bare foreign key (contact_id) references contacts (id) not valid
            """));
    }

    /// <summary>Breaks the schema, tries the attack as the app's role bound to A, and takes everything back.</summary>
    private static async Task<string?> TryBrokenAsync(IsolationMatrix matrix, Attack attack, ITable table, string breakage)
    {
        var forged = await matrix.ForgeAsync(table);
        await using var connection = await matrix.SuperuserAsync();
        await using var undone = await connection.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand($"{breakage}; set local role {DatabaseRoles.App}", connection)) await command.ExecuteNonQueryAsync();
        await matrix.BindAsync(connection, Binding.Own);
        return await IsolationMatrix.TryAsync(attack, new AttackTarget(connection, Binding.Own, table, matrix.A, matrix.B, forged));
    }
}

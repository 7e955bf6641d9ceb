namespace CrmStudio.Infrastructure.Tests.Platform.Tenancy;

/// <summary>
/// The row matrix: every table of the model, every attack, every binding. Nothing here names a table, so a new one is covered
/// the day it is added.
/// </summary>
public sealed class IsolationTests
{
    private static readonly RowFactory factory = new();

    public static TheoryData<string> TenantTables => [.. factory.TenantTables.Select(table => table.Name)];

    [Fact]
    public async Task Every_tenant_table_of_the_database_is_in_the_matrix_with_rows_of_three_organizations()
    {
        var matrix = await IsolationMatrix.SharedAsync();

        Assert.Equal(await matrix.CatalogTablesAsync(), matrix.Rows.TenantTables.Select(table => table.Name).Order(StringComparer.Ordinal));
        foreach (var organization in new[] { matrix.A, matrix.B, matrix.C })
            Assert.All(matrix.Rows.TenantTables, table => Assert.True(organization.Of(table.Name).Count >= 3));
    }

    [Theory]
    [MemberData(nameof(TenantTables))]
    public async Task Nobody_reaches_rows_of_another_organization(string name)
    {
        var matrix = await IsolationMatrix.SharedAsync();
        var table = matrix.Rows.TenantTables.Single(table => table.Name == name);
        var before = await matrix.HashAsync(matrix.B);

        var leaks = new List<string>();
        foreach (var binding in Enum.GetValues<Binding>())
            leaks.AddRange(await matrix.TryAllAsync([.. Attacks.OnRows, Attacks.Statistics, Attacks.SameId, .. RowFactory.TenantLinks(table).Select(Attacks.Child)], table, binding));

        Assert.Empty(leaks);
        Assert.Equal(before, await matrix.HashAsync(matrix.B));
    }
}

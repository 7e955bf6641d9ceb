namespace CrmStudio.Architecture.Tests;

public sealed class FloorTests
{
    [Fact]
    public void The_domain_knows_the_runtime_and_nothing_else()
    {
        var strangers = House.Domain.GetReferencedAssemblies().Select(assembly => assembly.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) || name is "System.Net.Http" or "System.Data.Common" or "System.Console");
        House.None(strangers);
    }

    [Fact]
    public void Infrastructure_knows_no_page_and_no_use_case() => Assert.DoesNotContain(House.App.GetName().Name, KnownBy(House.Infrastructure));

    [Fact]
    public void Migrations_know_the_tables_and_no_page() => Assert.DoesNotContain(House.App.GetName().Name, KnownBy(House.Migrations));

    [Fact]
    public void Pages_and_use_cases_write_linq_and_neither_sql_nor_calls_to_the_driver()
    {
        // Hosting makes the pool; elsewhere in App a statement of its own would be a query that row-level security alone protects.
        var speakers =
            from mention in Blueprint.Of(House.App)
            where mention.By.Namespace?.StartsWith("CrmStudio.App.Hosting", StringComparison.Ordinal) is false
            where mention.Named.Types().Any(type => type.Namespace is "Npgsql" or "NpgsqlTypes") || mention.Member.Contains("Sql", StringComparison.Ordinal)
            select mention;
        House.None(speakers);
    }

    private static IEnumerable<string?> KnownBy(System.Reflection.Assembly floor) => floor.GetReferencedAssemblies().Select(assembly => assembly.Name);
}

namespace CrmStudio.Architecture.Tests;

public sealed class FloorTests
{
    [Fact]
    public void The_domain_knows_the_runtime_and_nothing_else()
    {
        var strangers = House.Domain.GetReferencedAssemblies().Select(assembly => assembly.Name!)
            .Where(name => !name.StartsWith("System", StringComparison.Ordinal) && name is not ("netstandard" or "mscorlib")).ToList();
        Assert.Empty(strangers);
    }

    [Fact]
    public void Infrastructure_knows_no_page_and_no_use_case()
    {
        Assert.DoesNotContain("CrmStudio.App", House.Infrastructure.GetReferencedAssemblies().Select(assembly => assembly.Name));
        Assert.Empty(House.Sources("src/Infrastructure", ".cs").Where(source => source.Text.Contains("using CrmStudio.App", StringComparison.Ordinal)).Select(source => source.Path));
    }

    [Fact]
    public void Pages_and_use_cases_speak_to_the_database_through_linq_not_through_a_driver()
    {
        // Hosting opens the pool; elsewhere in App a driver type would be a query that row-level security alone protects.
        var drivers = House.Sources("src/App", ".cs", ".razor")
            .Where(source => !source.Path.StartsWith("src/App/Hosting/", StringComparison.Ordinal) && (source.Text.Contains("NpgsqlCommand", StringComparison.Ordinal) || source.Text.Contains("NpgsqlDataSource", StringComparison.Ordinal)))
            .Select(source => source.Path).ToList();
        Assert.Empty(drivers);
    }
}

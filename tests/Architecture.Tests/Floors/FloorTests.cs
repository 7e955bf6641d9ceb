using System.Text.RegularExpressions;
using CrmStudio.Architecture.Tests.Reading;

namespace CrmStudio.Architecture.Tests.Floors;

/// <summary>Domain knows nothing; Infrastructure knows Domain; App knows both.</summary>
public sealed partial class FloorTests
{
    [Fact]
    public void The_domain_knows_the_language_and_nothing_else()
    {
        var known = House.Domain.GetReferencedAssemblies().Select(assembly => assembly.Name!).Where(name => !name.StartsWith("System", StringComparison.Ordinal));

        Assert.Empty(known);
    }

    [Fact]
    public void Infrastructure_does_not_know_the_app() =>
        Assert.DoesNotContain(House.Infrastructure.GetReferencedAssemblies(), assembly => assembly.Name is "CrmStudio.App" or "CrmStudio.Migrations" or "Radzen.Blazor");

    [Fact]
    public void Rooms_of_the_app_know_no_database_driver()
    {
        var known = TypeUses.Written(House.App).Where(type => House.Street.Contains(House.PlaceOf(type).Room))
            .SelectMany(type => TypeUses.Of(type).Where(used => used.Namespace?.StartsWith("Npgsql", StringComparison.Ordinal) == true && !used.Name.StartsWith("NpgsqlDbFunctions", StringComparison.Ordinal) && !used.Name.StartsWith("NpgsqlTextSearch", StringComparison.Ordinal))
                .Select(used => $"{type.FullName} uses {used.FullName}"));

        Assert.Empty(known);
    }

    [Fact]
    public void A_folder_is_a_namespace()
    {
        var elsewhere = SourceTree.Files().Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal) && !IsGenerated(file.Path))
            .Select(file => (file.Path, Declared: Namespace().Match(file.Text) is { Success: true } match ? match.Groups[1].Value : null, Expected: NamespaceOf(file.Path)))
            .Where(file => file.Declared is null ? !IsWithoutTypes(file.Path) : file.Declared != file.Expected)
            .Select(file => $"{file.Path} is in {file.Declared ?? "no namespace"}, not in {file.Expected}");

        Assert.Empty(elsewhere);
    }

    [Fact]
    public void A_component_stays_in_the_namespace_of_its_folder() =>
        Assert.DoesNotContain(SourceTree.Files("src/App"), file => file.Path.EndsWith(".razor", StringComparison.Ordinal) && file.Code.Contains("@namespace", StringComparison.Ordinal));

    [Fact]
    public void Nobody_asks_the_system_clock()
    {
        var asked = SourceTree.Files().Where(file => !IsGenerated(file.Path) && SystemClock().IsMatch(file.Code)).Select(file => file.Path);

        Assert.Empty(asked);
    }

    [Fact]
    public void The_clock_is_made_where_the_house_is_put_together()
    {
        var made = SourceTree.Files("src").Where(file => file.Code.Contains("TimeProvider.System", StringComparison.Ordinal)).Select(file => file.Path)
            .Where(path => !path.StartsWith("src/App/Hosting/", StringComparison.Ordinal) && path is not ("src/Infrastructure/Platform/PlatformSetup.cs" or "src/App/Program.cs"));

        Assert.Empty(made);
    }

    // migrations/20261121004421_Foundation.cs and the snapshot are written by a tool
    private static bool IsGenerated(string path) => path.StartsWith("migrations/2", StringComparison.Ordinal) || path == "migrations/CrmDbContextModelSnapshot.cs";

    private static bool IsWithoutTypes(string path) => Path.GetFileName(path) is "Program.cs" or "GlobalUsings.cs" or "AssemblyInfo.cs";

    private static string NamespaceOf(string path)
    {
        var folders = Path.GetDirectoryName(path)!.Split('/');
        if (folders[0] is "migrations") return "CrmStudio.Migrations";
        return "CrmStudio." + string.Join('.', folders.Skip(1));
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\b(DateTime|DateTimeOffset)\s*\.\s*(Now|UtcNow|Today)\b")]
    private static partial Regex SystemClock();
}

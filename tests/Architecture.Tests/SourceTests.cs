using System.Text.RegularExpressions;

namespace CrmStudio.Architecture.Tests;

public sealed partial class SourceTests
{
    private static readonly string[] components = [".razor", ".razor.cs"];

    [Fact]
    public void A_folder_is_a_namespace()
    {
        var elsewhere =
            from source in House.Sources("src", ".cs").Concat(House.Sources("tests", ".cs")).Concat(House.Sources("migrations", ".cs"))
            let declared = Namespace().Match(source.Text) is { Success: true } match ? match.Groups[1].Value : null
            where declared is not null && declared != NamespaceOf(source.Path)
            select $"{source.Path} says {declared}, not {NamespaceOf(source.Path)}";
        Assert.Empty(elsewhere);
    }

    [Fact]
    public void Nobody_reads_the_system_clock()
    {
        var readers = House.Sources("src", ".cs", ".razor").Where(source => Clock().IsMatch(source.Text)).Select(source => source.Path);
        Assert.Empty(readers);
    }

    [Fact]
    public void No_interactive_component_sees_the_request()
    {
        var seers =
            from source in House.Sources("src/App", components)
            where source.Path is not ("src/App/Shell/Document.razor" or "src/App/Shell/Document.razor.cs")
            where source.Text.Contains("HttpContext", StringComparison.Ordinal) && !IsStatic(source.Path)
            select source.Path;
        Assert.Empty(seers);
    }

    [Fact]
    public void No_component_holds_a_context_or_a_connection()
    {
        var holders = House.Sources("src/App", components).Where(source => Database().IsMatch(source.Text)).Select(source => source.Path);
        Assert.Empty(holders);
    }

    [Fact]
    public void Nothing_but_the_named_doors_opens_a_context_or_a_connection()
    {
        // Each with its reason: the unit of work, sign-in before an organization is known, identifying a member, migrating, listening,
        // making databases, filling the demo as the owner, founding an organization as the owner, and start-up's checks.
        string[] doors =
        [
            "src/Infrastructure/Platform/Tenancy/CrmWork.cs", "src/Infrastructure/Access/SignInDoor.cs", "src/Infrastructure/Access/AuthorityReader.cs",
            "src/Infrastructure/Platform/Persistence/Migrator.cs", "src/Infrastructure/Platform/Live/LiveListener.cs", "src/Infrastructure/Platform/Postgres/",
            "src/Infrastructure/Platform/Seeding/", "src/Infrastructure/Access/OrganizationRegister.cs", "src/App/Hosting/Startup.cs",
        ];
        var openers = House.Sources("src", ".cs", ".razor")
            .Where(source => Opens().IsMatch(source.Text) && !doors.Any(door => source.Path.StartsWith(door, StringComparison.Ordinal)))
            .Select(source => source.Path);
        Assert.Empty(openers);
    }

    [Fact]
    public void Every_use_case_and_query_begins_inside_the_fence()
    {
        var outside =
            from source in House.Sources("src/App", ".cs")
            where source.Path.Contains("/UseCases/", StringComparison.Ordinal) || source.Path.Contains("/Queries/", StringComparison.Ordinal)
            where source.Text.Contains("\npublic sealed class", StringComparison.Ordinal) && Verb().IsMatch(source.Text)
            where !Fenced().IsMatch(source.Text)
            select source.Path;
        Assert.Empty(outside);
    }

    [Fact]
    public void A_page_that_is_no_part_of_the_circuit_says_so_and_the_others_ask_for_a_sign_in()
    {
        var open =
            from source in House.Sources("src/App", ".razor")
            where source.Text.Contains("@page \"", StringComparison.Ordinal)
            where !source.Text.Contains("[Authorize", StringComparison.Ordinal) && !source.Text.Contains("[ExcludeFromInteractiveRouting]", StringComparison.Ordinal)
            select source.Path;
        Assert.Empty(open);
    }

    private static bool IsStatic(string path)
    {
        var page = path.EndsWith(".cs", StringComparison.Ordinal) ? path[..^3] : path;
        return File.ReadAllText(Path.Combine(House.Root, page)).Contains("[ExcludeFromInteractiveRouting]", StringComparison.Ordinal);
    }

    private static string NamespaceOf(string path)
    {
        var folders = Path.GetDirectoryName(path)!.Split('/');
        return folders switch
        {
            ["src", .. var floor] => "CrmStudio." + string.Join('.', floor),
            ["migrations"] => "CrmStudio.Migrations",
            ["tests", .. var suite] => "CrmStudio." + string.Join('.', suite),
            _ => throw new InvalidOperationException($"{path} stands outside of src, tests and migrations."),
        };
    }

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b")]
    private static partial Regex Clock();

    [GeneratedRegex(@"\b(CrmDbContext|IDbContextFactory|DbContext|Npgsql\w*|SignInDoor)\b")]
    private static partial Regex Database();

    [GeneratedRegex(@"CreateDbContext|new CrmDbContext\(|new NpgsqlConnection\(|NpgsqlDataSource\.Create|OpenConnection(Async)?\(")]
    private static partial Regex Opens();

    [GeneratedRegex(@"^    public (async )?Task\S* (Run|Read)Async\(", RegexOptions.Multiline)]
    private static partial Regex Verb();

    [GeneratedRegex(@"\.BeginAsync\(|SignInDoor|SignInCookies|UserManager|SecondFactors|: LoanImport|CrmWork work|CrmUnit unit|LoanImport\w+ ")]
    private static partial Regex Fenced();
}

using System.Text.RegularExpressions;

namespace CrmStudio.Architecture.Tests;

public sealed partial class NameTests
{
    [Fact]
    public void A_folder_is_a_namespace()
    {
        var elsewhere =
            from source in House.Sources("src", ".cs").Concat(House.Sources("tests", ".cs")).Concat(House.Sources("migrations", ".cs"))
            let declared = Namespace().Match(source.Text).Groups[1].Value
            where declared.Length > 0 && declared != NamespaceOf(source.Path)
            select $"{source.Path} says {declared}, not {NamespaceOf(source.Path)}";
        House.None(elsewhere);
        House.None(House.Sources("src", ".razor").Where(source => source.Text.Contains("@namespace", StringComparison.Ordinal)).Select(source => source.Path));
    }

    [Fact]
    public void A_file_holds_one_public_type_and_is_called_after_it()
    {
        // Together stand: a use case with its input, a query with its results, and the small sets.
        string[] sets = ["/UseCases/", "/Queries/", "Events.cs", "Refusals.cs", "Permissions.cs", "Configurations.cs"];
        var crowded =
            from source in House.Sources("src", ".cs")
            where !sets.Any(set => source.Path.Contains(set, StringComparison.Ordinal))
            let types = PublicType().Matches(source.Text).Select(match => match.Groups["name"].Value).Distinct().ToList()
            where types.Count > 1 || (types is [var only] && only != Path.GetFileName(source.Path).Split('.')[0])
            select $"{source.Path} holds {string.Join(", ", types)}";
        House.None(crowded);
    }

    [Fact]
    public void Words_that_say_nothing_stay_at_the_door()
    {
        var said =
            from type in House.Floors.SelectMany(floor => floor.GetTypes())
            let place = type.Namespace ?? ""
            where place.StartsWith("CrmStudio.", StringComparison.Ordinal)
            where place.Replace("Domain.Common", "Domain", StringComparison.Ordinal).Split('.').Append(type.Name.Split('`')[0]).Any(word => Nothing().IsMatch(word))
            where !type.Name.EndsWith("Handler", StringComparison.Ordinal) || type.BaseType?.Name.EndsWith("Handler", StringComparison.Ordinal) is not true   // it truly handles
            select type.FullName;
        House.None(said);
    }

    [Fact]
    public void Every_setting_stands_in_the_readme()
    {
        // Settings of one kind share a row: the first in full, the others by their ends.
        var readme = File.ReadAllText(Path.Combine(House.Root, "README.md"));
        var untold =
            from source in House.Sources("src/App/Hosting/Settings", ".cs")
            from Match named in Setting().Matches(source.Text)
            where !readme.Contains($"`{named.Value}`", StringComparison.Ordinal) && !readme.Contains($"`{named.Groups["end"].Value}`", StringComparison.Ordinal)
            select named.Value;
        House.None(untold);
    }

    private static string NamespaceOf(string path) => Path.GetDirectoryName(path)!.Split('/') switch
    {
        ["src", .. var floor] => "CrmStudio." + string.Join('.', floor),
        ["migrations"] => "CrmStudio.Migrations",
        ["tests", .. var suite] => "CrmStudio." + string.Join('.', suite),
        _ => throw new InvalidOperationException($"{path} stands outside of src, tests and migrations."),
    };

    [GeneratedRegex(@"\bCRMSTUDIO(_[A-Z0-9]+)*(?<end>_[A-Z]+)\b")]
    private static partial Regex Setting();

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^public [\w ]*?\b(class|record struct|record|struct|interface|enum|delegate [\w<>]+) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicType();

    // A port of the outside world may be called a service: ISignatureService.
    [GeneratedRegex(@"^(?!I[A-Z]\w+Service$)\w*(Manager|Helpers?|Processor|Service|Utils?|Utilities|Common|Data|Info|Dto|Base|Handler)$")]
    private static partial Regex Nothing();
}

namespace CrmStudio.Architecture.Tests;

/// <summary>Sizes that raise an eyebrow are said aloud, not refused: sometimes the long file is the clear one.</summary>
public sealed class SizeTests
{
    private const int MostInjected = 6;

    /// <summary>Lines by the end of the path, or a folder in it; the first that fits.</summary>
    private static readonly (string Kind, int Lines)[] eyebrows =
    [
        ("Tests.cs", 250), ("/UseCases/", 100), ("/Queries/", 100), ("Job.cs", 30), ("/Reactions/", 50), ("Configurations.cs", 200), ("Feature.cs", 80),
        ("Page.razor", 200), (".razor", 120), (".razor.cs", 150), (".cs", 200),
    ];

    [Fact]
    public void What_has_grown_large_is_reported()
    {
        var large =
            from source in House.Sources("src", ".cs", ".razor").Concat(House.Sources("tests", ".cs"))
            let lines = source.Text.Count(c => c == '\n')
            let most = eyebrows.First(eyebrow => eyebrow.Kind[0] == '/' ? source.Path.Contains(eyebrow.Kind, StringComparison.Ordinal) : source.Path.EndsWith(eyebrow.Kind, StringComparison.Ordinal)).Lines
            where lines > most
            orderby lines - most descending
            select $"{source.Path}: {lines} lines (more than {most})";
        var greedy =
            from type in House.Floors.SelectMany(floor => floor.GetTypes())
            where type.Namespace is not null   // not what the compiler makes
            let injected = type.GetConstructors().Select(constructor => constructor.GetParameters()).Where(parameters => parameters.All(parameter => IsService(parameter.ParameterType))).Max(parameters => (int?)parameters.Length)
            where injected > MostInjected
            select $"{type.Name}: {injected} injected (more than {MostInjected})";
        var said = large.Concat(greedy).ToList();
        if (said.Count > 0) TestContext.Current.AddWarning("Large:\n  " + string.Join("\n  ", said));
    }

    private static bool IsService(Type type) => type is { IsValueType: false } && type != typeof(string);
}

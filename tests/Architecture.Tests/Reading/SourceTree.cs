using System.Text.RegularExpressions;

namespace CrmStudio.Architecture.Tests.Reading;

/// <summary>The repository's source files, as text.</summary>
internal static partial class SourceTree
{
    private static readonly string root = FindRoot();

    private static readonly string[] floors = ["src", "tests", "migrations"];

    /// <summary>Every C# and Razor file below the floors, or below one of them; nothing that was generated.</summary>
    public static IReadOnlyList<SourceFile> Files(string below = "") =>
    [
        .. floors.Where(floor => below.Length == 0 || below.StartsWith(floor, StringComparison.Ordinal))
            .SelectMany(floor => Directory.EnumerateFiles(Path.Combine(root, below.Length == 0 ? floor : below), "*", SearchOption.AllDirectories))
            .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(Path.GetRelativePath(root, path), File.ReadAllText(path))),
    ];

    /// <summary>Components: a .razor file together with its code-behind.</summary>
    public static IReadOnlyList<SourceFile> Components() =>
    [
        .. Files("src/App").Where(file => file.Path.EndsWith(".razor", StringComparison.Ordinal) || file.Path.EndsWith(".razor.cs", StringComparison.Ordinal))
            .GroupBy(file => file.Path.EndsWith(".cs", StringComparison.Ordinal) ? file.Path[..^3] : file.Path)
            .Select(pair => new SourceFile(pair.Key, string.Join('\n', pair.Select(file => file.Text)))),
    ];

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "CrmStudio.sln"))) return folder.FullName;
        throw new InvalidOperationException("The tests run inside the repository: they read its source.");
    }

    /// <summary>One source file.</summary>
    /// <param name="Path">From the repository's root.</param>
    /// <param name="Text">As written.</param>
    internal sealed record SourceFile(string Path, string Text)
    {
        /// <summary>The text without comments and without what stands in quotes, so that words about a thing are not the thing.</summary>
        public string Code => Quoted().Replace(Comments().Replace(Text, " "), "\"\"");
    }

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/|@\*.*?\*@|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex("""
        "(?:[^"\\\n]|\\.)*"
        """)]
    private static partial Regex Quoted();
}

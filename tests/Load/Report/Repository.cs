namespace CrmStudio.Load.Report;

/// <summary>The folder the program was built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CrmStudio.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("The bench runs inside the repository.");
        return folder.FullName;
    }
}

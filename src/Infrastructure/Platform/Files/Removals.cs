namespace CrmStudio.Infrastructure.Platform.Files;

/// <summary>What was taken out of a file, each thing once, in the order it was found.</summary>
internal sealed class Removals
{
    private readonly List<string> words = [];

    public IReadOnlyList<string> Words => words;

    public void Add(string what)
    {
        if (!words.Contains(what)) words.Add(what);
    }
}

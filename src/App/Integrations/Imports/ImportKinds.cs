namespace CrmStudio.App.Integrations.Imports;

/// <summary>Every kind of record that can come in from a file.</summary>
public sealed class ImportKinds(IEnumerable<IImportKind> kinds)
{
    private readonly Dictionary<string, IImportKind> byName = kinds.ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    public IReadOnlyCollection<string> Names => byName.Keys;

    public IImportKind Of(string name) => byName[name];
}

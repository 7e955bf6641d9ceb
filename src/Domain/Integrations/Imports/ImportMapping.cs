namespace CrmStudio.Domain.Integrations.Imports;

/// <summary>Which column of a file holds which field. Columns without a field are left out of the import.</summary>
public sealed class ImportMapping
{
    private readonly string?[] fields;
    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);

    /// <summary>One entry for each column of the file: the name of a field, or null.</summary>
    public ImportMapping(IEnumerable<string?> fields)
    {
        this.fields = [.. fields];
        for (var column = 0; column < this.fields.Length; column++)
            if (this.fields[column] is { } name) columns.TryAdd(name, column);
    }

    /// <summary>The field of each column.</summary>
    public IReadOnlyList<string?> Fields => fields;

    /// <summary>The column that holds a field, counted from 0; null when none does.</summary>
    public int? ColumnOf(string field) => columns.TryGetValue(field, out var column) ? column : null;
}

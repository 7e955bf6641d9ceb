using CrmStudio.Domain.Common;
using CrmStudio.Domain.Integrations.Imports.Texts;

namespace CrmStudio.Domain.Integrations.Imports;

/// <summary>Every field rows of one kind can have, and which of them they cannot do without.</summary>
public sealed class ImportFields
{
    private readonly Dictionary<string, ImportField> byName;
    private readonly Dictionary<string, ImportField> byHeader;
    private readonly IReadOnlyList<ImportNeed> needs;

    /// <param name="all">The fields, in the order the wizard offers them.</param>
    /// <param name="needs">What must be mapped.</param>
    public ImportFields(IReadOnlyList<ImportField> all, IReadOnlyList<ImportNeed> needs)
    {
        (All, this.needs) = (all, needs);
        byName = all.ToDictionary(field => field.Name, StringComparer.Ordinal);
        byHeader = all.SelectMany(field => field.OtherNames.Split('|').Append(field.Label).Select(name => (Key: Words.Key(name), Field: field)))
            .DistinctBy(named => named.Key).ToDictionary(named => named.Key, named => named.Field, StringComparer.Ordinal);
    }

    /// <summary>The fields, in the order the wizard offers them.</summary>
    public IReadOnlyList<ImportField> All { get; }

    /// <summary>The form a header is remembered in, so that another spelling of it is recognised next time.</summary>
    public static string HeaderKey(string header) => Words.Key(header);

    /// <summary>The field of that name.</summary>
    public ImportField Of(string name) => byName[name];

    /// <summary>Whether rows cannot be read without the field, or without it or another: such fields tell which row it is.</summary>
    public bool IsNeeded(string? name) => name is not null && needs.Any(need => need.OneOf.Contains(name));

    /// <summary>The field a column of this name holds; null when nothing is known by that name.</summary>
    public ImportField? Recognise(string header) => byHeader.GetValueOrDefault(Words.Key(header));

    /// <summary>
    /// The likeliest mapping: what the organization chose for a header before, then what the header is commonly called, then what
    /// it nearly is. Each field is given to one column only, the first that has the better claim.
    /// </summary>
    /// <param name="headers">The names of the columns.</param>
    /// <param name="remembered">Earlier choices by <see cref="HeaderKey"/>; null as a value means "leave out".</param>
    public ImportMapping Suggest(IReadOnlyList<string> headers, IReadOnlyDictionary<string, string?> remembered)
    {
        var fields = new string?[headers.Count];
        var settled = new bool[headers.Count];
        var taken = new HashSet<string>(StringComparer.Ordinal);
        Claim(header => remembered.TryGetValue(HeaderKey(header), out var field) && (field is null || byName.ContainsKey(field)) ? (true, field) : default);
        Claim(header => Recognise(header) is { } field ? (true, field.Name) : default);
        Claim(header => Words.Nearest(header, All.Select(field => field.Label)) is { } label ? (true, Recognise(label)?.Name) : default);
        return new ImportMapping(fields);

        void Claim(Func<string, (bool Knows, string? Field)> knows)
        {
            for (var i = 0; i < headers.Count; i++)
            {
                if (settled[i] || knows(headers[i]) is not (true, var field)) continue;
                if (field is not null && !taken.Add(field)) continue;
                (fields[i], settled[i]) = (field, true);
            }
        }
    }

    /// <summary>Why rows cannot be read with this mapping; null when they can.</summary>
    public Refusal? Refuse(ImportMapping mapping)
    {
        var mapped = mapping.Fields.OfType<string>().ToList();
        if (mapped.Find(name => !byName.ContainsKey(name)) is not null) return ImportRefusals.OtherColumns;
        if (mapped.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            return new Refusal("imports.mapped-twice", $"Two columns are mapped to “{byName[twice.Key].Label}”. Leave one of them out.");
        return needs.FirstOrDefault(need => !need.OneOf.Any(mapped.Contains))?.Otherwise;
    }
}

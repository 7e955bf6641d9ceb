using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Import;

/// <summary>Which column of a file holds which field. Columns without a field are left out of the import.</summary>
public sealed class LoanImportMapping
{
    private readonly LoanImportField?[] fields;

    /// <summary>One entry for each column of the file.</summary>
    public LoanImportMapping(IEnumerable<LoanImportField?> fields) => this.fields = [.. fields];

    /// <summary>The field of each column.</summary>
    public IReadOnlyList<LoanImportField?> Fields => fields;

    /// <summary>The form a header is remembered in, so that another spelling of it is recognised next time.</summary>
    public static string HeaderKey(string header) => Words.Key(header);

    /// <summary>
    /// The likeliest mapping: what the organization chose for a header before, then what the header is commonly called, then what
    /// it nearly is. Each field is given to one column only, the first that has the better claim.
    /// </summary>
    /// <param name="headers">The names of the columns.</param>
    /// <param name="remembered">Earlier choices by <see cref="HeaderKey"/>; null as a value means "leave out".</param>
    public static LoanImportMapping Suggest(IReadOnlyList<string> headers, IReadOnlyDictionary<string, LoanImportField?> remembered)
    {
        var fields = new LoanImportField?[headers.Count];
        var settled = new bool[headers.Count];
        var taken = new HashSet<LoanImportField>();
        Claim(header => remembered.TryGetValue(HeaderKey(header), out var field) ? (true, field) : default);
        Claim(header => LoanImportColumns.Recognise(header) is { } field ? (true, field) : default);
        Claim(header => Words.Nearest(header, Enum.GetValues<LoanImportField>().Select(f => f.Label())) is { } label ? (true, LoanImportColumns.Recognise(label)) : default);
        return new LoanImportMapping(fields);

        void Claim(Func<string, (bool Knows, LoanImportField? Field)> knows)
        {
            for (var i = 0; i < headers.Count; i++)
            {
                if (settled[i] || knows(headers[i]) is not (true, var field)) continue;
                if (field is { } wanted && !taken.Add(wanted)) continue;
                (fields[i], settled[i]) = (field, true);
            }
        }
    }

    /// <summary>Why rows cannot be read with this mapping; null when they can.</summary>
    public Refusal? Refuse()
    {
        var twice = fields.OfType<LoanImportField>().GroupBy(f => f).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null) return new Refusal("loan-import.mapped-twice", $"Two columns are mapped to “{twice.Key.Label()}”. Leave one of them out.");
        if (!fields.Contains(LoanImportField.LoanNumber))
            return new Refusal("loan-import.no-number", "No column is mapped to “Loan number”. It is needed to tell loans apart and to find them again.");
        if (!fields.Contains(LoanImportField.BorrowerName) && !fields.Contains(LoanImportField.BorrowerLastName))
            return new Refusal("loan-import.no-borrower", "No column is mapped to “Borrower” or “Borrower last name”. A loan needs a borrower.");
        return null;
    }

    /// <summary>The text of a field in a row; null when the field is not mapped or the cell is empty.</summary>
    public string? Text(IReadOnlyList<string> cells, LoanImportField field)
    {
        var column = Array.IndexOf(fields, field);
        return column < 0 || column >= cells.Count || string.IsNullOrWhiteSpace(cells[column]) ? null : cells[column].Trim();
    }
}

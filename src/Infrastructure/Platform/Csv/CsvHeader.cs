using System.Globalization;

namespace CrmStudio.Infrastructure.Platform.Csv;

/// <summary>Gives every column a name of its own, and says where that took some doing.</summary>
internal static class CsvHeader
{
    /// <summary>The names of the columns, in order.</summary>
    public static IReadOnlyList<string> Name(CsvRecord record, CsvLimits limits, List<CsvFinding> findings)
    {
        var names = new List<string>(record.Cells.Count);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var cell in record.Cells)
        {
            var column = names.Count + 1;
            var name = string.Join(' ', CsvCell.Clean(cell).Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (name.Length == 0)
            {
                name = string.Create(CultureInfo.InvariantCulture, $"Column {column}");
                Found(CsvFindingKind.HeaderEmpty, $"Column {column} has no name; it is called “{name}”.");
            }
            if (name.Length > limits.HeaderChars)
            {
                name = Cut(name, limits.HeaderChars);
                Found(CsvFindingKind.HeaderTooLong, $"The name of column {column} is longer than {limits.HeaderChars} characters and was cut.");
            }
            names.Add(Unique(name));

            void Found(CsvFindingKind kind, string message) => findings.Add(new CsvFinding(kind, record.Line, column, message));

            string Unique(string wanted)
            {
                if (taken.Add(wanted)) return wanted;
                var number = 2;
                while (!taken.Add(string.Create(CultureInfo.InvariantCulture, $"{wanted} ({number})"))) number++;
                var unique = string.Create(CultureInfo.InvariantCulture, $"{wanted} ({number})");
                Found(CsvFindingKind.HeaderRepeated, $"Column {column} has the same name as an earlier one; it is called “{unique}”.");
                return unique;
            }
        }
        return names;
    }

    private static string Cut(string name, int length) => name[..(char.IsHighSurrogate(name[length - 1]) ? length - 1 : length)];
}

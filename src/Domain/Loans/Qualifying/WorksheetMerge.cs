using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CrmStudio.Domain.Loans.Qualifying;

/// <summary>
/// Three sheets become one: what a person began with, what they made of it, and what somebody else saved meanwhile. What only one of
/// them changed is taken; what both changed differently is a conflict, which a person settles.
/// </summary>
public static class WorksheetMerge
{
    private static readonly JsonSerializerOptions format = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>One cell that two people changed differently. A value is null where the cell is empty or its row is gone.</summary>
    /// <param name="Path">Where it is: <c>Terms/Amount</c>, <c>Incomes/{id}/Monthly</c>.</param>
    /// <param name="Mine">What the person wrote.</param>
    /// <param name="Theirs">What was saved meanwhile.</param>
    public sealed record Conflict(string Path, string? Mine, string? Theirs);

    /// <summary>Either the merged sheet, or what has to be settled first.</summary>
    /// <param name="Sheet">The merged sheet; conflicts that are not settled hold their value.</param>
    /// <param name="Conflicts">The cells to settle; none when the sheet may be saved.</param>
    public sealed record Result(Worksheet Sheet, IReadOnlyList<Conflict> Conflicts);

    /// <summary>Merges.</summary>
    /// <param name="was">The sheet the person began with.</param>
    /// <param name="mine">The sheet as the person leaves it.</param>
    /// <param name="theirs">The sheet as it is kept now.</param>
    /// <param name="takeMine">Cells settled in favour of the person.</param>
    /// <param name="takeTheirs">Cells settled in favour of what is kept.</param>
    public static Result Of(Worksheet was, Worksheet mine, Worksheet theirs, IReadOnlySet<string> takeMine, IReadOnlySet<string> takeTheirs)
    {
        var conflicts = new List<Conflict>();
        var (before, ours, kept) = (Cells(was), Cells(mine), Cells(theirs));
        var merged = new Dictionary<string, JsonNode?>(kept, StringComparer.Ordinal);
        var rows = before.Keys.Where(IsRow).ToLookup(RowOf, StringComparer.Ordinal);
        foreach (var path in ours.Keys.Where(path => !IsRow(path) || !rows.Contains(RowOf(path)))) Cell(path);
        foreach (var row in rows)
        {
            var (isMine, isTheirs) = (ours.ContainsKey($"{row.Key}/Id"), kept.ContainsKey($"{row.Key}/Id"));
            if (isMine && isTheirs)
                foreach (var path in row) Cell(path);
            else if (isMine != isTheirs)
                Gone(row.Key, [.. row], isMine);
        }
        return new(Sheet(merged, theirs, mine), conflicts);

        void Cell(string path)
        {
            var (a, b, c) = (Text(before, path), Text(ours, path), Text(kept, path));
            if (b == a || b == c || c != a && !IsMine(path, b, c)) return;
            merged[path] = ours[path]?.DeepClone();
        }

        // One of the two took the row away: that stands, unless the other worked on it meanwhile.
        void Gone(string row, IReadOnlyList<string> paths, bool isMine)
        {
            var left = isMine ? ours : kept;
            var isTouched = paths.Any(path => Text(left, path) != Text(before, path));
            if (isMine ? !isTouched : isTouched && !IsMine(row, null, "changed")) return;
            if (isMine && !IsMine(row, "changed", null)) return;
            foreach (var path in paths)
                if (isMine) merged[path] = ours[path]?.DeepClone();
                else merged.Remove(path);
        }

        bool IsMine(string path, string? b, string? c)
        {
            if (takeMine.Contains(path)) return true;
            if (!takeTheirs.Contains(path)) conflicts.Add(new(path, b, c));
            return false;
        }
    }

    /// <summary>Whether two sheets say the same.</summary>
    public static bool IsSame(Worksheet one, Worksheet other) =>
        one.Terms == other.Terms && one.Housing == other.Housing && one.Costs == other.Costs
        && one.Incomes.SequenceEqual(other.Incomes) && one.Liabilities.SequenceEqual(other.Liabilities) && one.Assets.SequenceEqual(other.Assets);

    private static bool IsRow(string path) => path.Split('/').Length == 3;

    private static string RowOf(string path) => path[..path.LastIndexOf('/')];

    private static Dictionary<string, JsonNode?> Cells(Worksheet sheet)
    {
        var cells = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var (part, node) in JsonSerializer.SerializeToNode(sheet, format)!.AsObject())
        {
            if (node is JsonObject facts)
                foreach (var (name, value) in facts) cells[$"{part}/{name}"] = value;
            else
                foreach (var row in node!.AsArray())
                    foreach (var (name, value) in row!.AsObject()) cells[$"{part}/{row["Id"]}/{name}"] = value;
        }
        return cells;
    }

    /// <summary>Rows stand in the order in which they are kept, new ones after them in the order they were written.</summary>
    private static Worksheet Sheet(Dictionary<string, JsonNode?> cells, Worksheet theirs, Worksheet mine)
    {
        var root = new JsonObject();
        foreach (var (path, value) in cells)
        {
            var parts = path.Split('/');
            if (parts.Length == 2) Part(root, parts[0])[parts[1]] = value?.DeepClone();
        }
        root[nameof(Worksheet.Incomes)] = Rows(nameof(Worksheet.Incomes), theirs.Incomes.Concat(mine.Incomes).Select(line => line.Id));
        root[nameof(Worksheet.Liabilities)] = Rows(nameof(Worksheet.Liabilities), theirs.Liabilities.Concat(mine.Liabilities).Select(line => line.Id));
        root[nameof(Worksheet.Assets)] = Rows(nameof(Worksheet.Assets), theirs.Assets.Concat(mine.Assets).Select(line => line.Id));
        return root.Deserialize<Worksheet>(format)!;

        JsonArray Rows(string part, IEnumerable<Guid> ids) => [.. ids.Distinct().Where(id => cells.ContainsKey($"{part}/{id}/Id")).Select(id =>
        {
            var prefix = $"{part}/{id}/";
            return (JsonNode)new JsonObject(cells.Where(cell => cell.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(cell => KeyValuePair.Create(cell.Key[prefix.Length..], cell.Value?.DeepClone())));
        })];
    }

    private static JsonObject Part(JsonObject root, string name)
    {
        if (root[name] is JsonObject part) return part;
        part = [];
        root[name] = part;
        return part;
    }

    private static string? Text(Dictionary<string, JsonNode?> cells, string path) => cells.TryGetValue(path, out var cell) ? cell?.ToString() : null;
}

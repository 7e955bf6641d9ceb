using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace CrmStudio.Infrastructure.Tests.Platform.Tenancy;

/// <summary>
/// Makes rows for any table of the model from what the model says about its columns, so that a new table is filled the day it
/// is added. Links are satisfied, enums take a name, text holds a canary that tells whose row it is.
/// </summary>
internal sealed class RowFactory
{
    private const string OrgId = "org_id";

    private readonly Dictionary<string, ITable> tables;
    private int made;

    public RowFactory()
    {
        using var db = new CrmDbContext((DbContextOptions<CrmDbContext>)new DbContextOptionsBuilder<CrmDbContext>().UseCrm("Host=model").Options);
        tables = db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables.ToDictionary(table => table.Name);
        TenantTables = ParentsFirst([.. tables.Values.Where(table => !Tables.Shared.ContainsKey(table.Name))]);
    }

    /// <summary>Every table an organization owns rows of; whoever is pointed at comes before who points.</summary>
    public IReadOnlyList<ITable> TenantTables { get; }

    /// <summary>The links of a table to tables of the same organization: those a foreign row could be smuggled into.</summary>
    public static IEnumerable<IForeignKeyConstraint> TenantLinks(ITable table) =>
        table.ForeignKeyConstraints.Where(link => !Tables.Shared.ContainsKey(link.PrincipalTable.Name));

    /// <summary>Adds rows to every tenant table of an organization.</summary>
    public async Task<TenantRows> FillAsync(NpgsqlConnection superuser, Guid orgId, int each)
    {
        var rows = new TenantRows(orgId);
        foreach (var table in TenantTables)
            for (var i = 0; i < each; i++)
            {
                var place = i;
                var row = await MakeAsync(superuser, table, rows, _ => place);
                await InsertAsync(superuser, table.Name, row);
                rows.Add(table.Name, row);
            }
        return rows;
    }

    /// <summary>A row that could stand in the table beside those there are.</summary>
    public async Task<Dictionary<string, object>> AnotherAsync(NpgsqlConnection superuser, ITable table, TenantRows rows)
    {
        // Each link takes another place, so that unique pairs are new ones.
        var row = await MakeAsync(superuser, table, rows, link => link % rows.Of(table.Name).Count);
        foreach (var link in TenantLinks(table).Where(link => IsOneEach(table, link)))
        {
            var parent = await AnotherAsync(superuser, link.PrincipalTable, rows);
            await InsertAsync(superuser, link.PrincipalTable.Name, parent);
            foreach (var (from, to) in link.Columns.Zip(link.PrincipalColumns)) row[from.Name] = parent[to.Name];
        }
        return row;
    }

    public static async Task InsertAsync(NpgsqlConnection connection, string table, IReadOnlyDictionary<string, object> row, string tail = "")
    {
        await using var insert = new NpgsqlCommand($"insert into {table} ({string.Join(", ", row.Keys)}) values ({string.Join(", ", row.Keys.Select((_, i) => $"${i + 1}"))}) {tail}", connection);
        foreach (var value in row.Values) insert.Parameters.Add(value is Json json ? new() { Value = json.Text, DataTypeName = json.Type } : new() { Value = value });
        await insert.ExecuteNonQueryAsync();
    }

    private async Task<Dictionary<string, object>> MakeAsync(NpgsqlConnection superuser, ITable table, TenantRows? rows, Func<int, int> placeOf)
    {
        var row = new Dictionary<string, object>(StringComparer.Ordinal);
        if (rows is not null) row[OrgId] = rows.OrgId;
        var number = 0;
        foreach (var link in table.ForeignKeyConstraints.OrderBy(link => link.Name, StringComparer.Ordinal))
        {
            if (link.PrincipalTable.Name == "organizations") continue;
            var target = Tables.Shared.ContainsKey(link.PrincipalTable.Name) ? await SharedAsync(superuser, link.PrincipalTable)
                : rows?.At(link.PrincipalTable.Name, placeOf(number++));
            if (target is null) continue;   // the first of a tree, or a link to a table that is filled later
            foreach (var (from, to) in link.Columns.Zip(link.PrincipalColumns)) row.TryAdd(from.Name, target[to.Name]);
        }

        made++;
        foreach (var column in table.Columns.Where(column => !row.ContainsKey(column.Name) && IsWritten(column) && !IsLink(column, table)))
            row[column.Name] = ValueFor(column, rows?.OrgId ?? Guid.CreateVersion7());   // shared tables are filled by other tests too
        return row;
    }

    private async Task<Dictionary<string, object>> SharedAsync(NpgsqlConnection superuser, ITable table)
    {
        var row = await MakeAsync(superuser, table, null, _ => 0);
        await InsertAsync(superuser, table.Name, row);
        return row;
    }

    // One row for each parent, or one of each kind: all parents there are have theirs.
    private static bool IsOneEach(ITable table, IForeignKeyConstraint link) => table.Indexes.Any(index =>
        index.IsUnique && index.Columns.Count > 1 && index.Columns.All(column => column.Name == OrgId || link.Columns.Contains(column) || IsEnum(column)));

    private static bool IsEnum(IColumn column) => column.PropertyMappings[0].Property.ClrType.IsEnum;

    private static bool IsWritten(IColumn column) =>
        column.Name != "xmin" && column.ComputedColumnSql is null && column.DefaultValueSql is null
        && column.PropertyMappings[0].Property.FindAnnotation("Npgsql:ValueGenerationStrategy") is null;

    private static bool IsLink(IColumn column, ITable table) =>
        column.IsNullable && table.ForeignKeyConstraints.Any(link => link.Columns.Contains(column));

    private object ValueFor(IColumn column, Guid orgId)
    {
        var type = column.PropertyMappings[0].Property.ClrType;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum) return Enum.GetNames(type)[^1];

        var canary = $"{orgId:n}-{made}";
        var longest = column.PropertyMappings[0].Property.GetMaxLength() ?? int.MaxValue;
        return column.StoreType switch
        {
            "uuid" => Guid.CreateVersion7(),
            "text" or "citext" => Cut(canary, longest),
            _ when column.StoreType.StartsWith("character", StringComparison.Ordinal) => Cut(canary, longest),
            "json" or "jsonb" when type.IsGenericType && type.GetGenericTypeDefinition() is var list && (list == typeof(IReadOnlyList<>) || list == typeof(List<>)) => new Json("[]", column.StoreType),
            "json" or "jsonb" when column.PropertyMappings[0].Property.GetValueConverter() is { } kept && type.GetConstructor([]) is { } make =>
                new Json((string)kept.ConvertToProvider(make.Invoke(null))!, column.StoreType),
            "json" or "jsonb" => new Json($$"""{"canary":"{{canary}}"}""", column.StoreType),
            "text[]" => (string[])[canary],
            "integer[]" => (int[])[made],
            "uuid[]" => (Guid[])[orgId],
            "bytea" => orgId.ToByteArray(),
            "boolean" => false,
            "smallint" => (short)made,
            "integer" => made,
            "bigint" => (long)made,
            "double precision" => 1d,
            _ when column.StoreType.StartsWith("numeric", StringComparison.Ordinal) => 1m,
            "date" => new DateOnly(2026, 11, 20).AddDays(made),
            "time without time zone" => new TimeOnly(9, 0),
            "interval" => TimeSpan.FromDays(1),
            "timestamp with time zone" => new DateTimeOffset(2026, 11, 20, 15, 0, 0, TimeSpan.Zero).AddSeconds(made),
            _ => throw new NotSupportedException($"{column.Table.Name}.{column.Name} is a {column.StoreType}: teach the row factory a value of that type."),
        };
    }

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[^longest..];

    private static List<ITable> ParentsFirst(List<ITable> open)
    {
        var ordered = new List<ITable>();
        while (open.Count > 0)
        {
            // Links that may be empty wait for nobody.
            var ready = open.Where(table => TenantLinks(table).All(link => ordered.Contains(link.PrincipalTable) || link.Columns.Any(column => column.IsNullable))).ToList();
            var optional = ready.Where(table => TenantLinks(table).All(link => link.PrincipalTable == table || ordered.Contains(link.PrincipalTable))).ToList();
            var next = (optional.Count > 0 ? optional : ready).OrderBy(table => table.Name, StringComparer.Ordinal).ToList();
            if (next.Count == 0) throw new NotSupportedException($"{string.Join(", ", open.Select(table => table.Name))} point at each other and none may be empty.");
            ordered.AddRange(next);
            open.RemoveAll(next.Contains);
        }
        return ordered;
    }

    /// <summary>JSON text, with which of the two types it is.</summary>
    private sealed record Json(string Text, string Type);
}

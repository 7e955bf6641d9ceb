using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CrmStudio.Infrastructure.Platform.Persistence;

/// <summary>Inserts rows of one table from one array per column. (COPY is refused on tables with row-level security.)</summary>
internal sealed class NewRows
{
    private static readonly ConcurrentDictionary<IEntityType, NewRows> known = new(ReferenceEqualityComparer.Instance);

    private readonly IReadOnlyList<IProperty> columns;
    private readonly string sql;

    private NewRows(IEntityType type)
    {
        columns = [.. type.GetProperties().Where(property => !IsMadeByDatabase(property))];
        var names = columns.Select(column => column.GetColumnName()).ToList();
        var arrays = columns.Select((column, i) => $"${i + 1}::{column.GetColumnType()}[]");
        sql = $"insert into {type.GetTableName()} ({string.Join(", ", names)}) select * from unnest({string.Join(", ", arrays)})";
    }

    /// <summary>The statement of a table, made once.</summary>
    public static NewRows Of(IEntityType type) => known.GetOrAdd(type, made => new NewRows(made));

    /// <summary>
    /// Whether rows of the table can be written so: not when the database gives a value the entity must read back, when a column is a
    /// list (arrays of arrays are flattened), or when rows of the table point at one another.
    /// </summary>
    public static bool CanWrite(IEntityType type) =>
        type.GetTableName() is not null
        && !type.IsOwned()
        && type.GetProperties().All(property => property.GetDefaultValueSql() is null && !property.TryGetDefaultValue(out _) && !IsList(property))
        && type.GetForeignKeys().All(key => key.PrincipalEntityType != type);

    /// <summary>
    /// Call once before a series of inserts. PostgreSQL keeps the plan of a foreign key check for the life of the connection; one made
    /// while a table was small reads all of it for every new row, and an import makes small tables large.
    /// </summary>
    public static Task ForgetPlansAsync(DbContext db, CancellationToken ct) => db.Database.ExecuteSqlRawAsync("discard plans", ct);

    /// <summary>Writes the rows in the context's transaction.</summary>
    public async Task InsertAsync(DbContext db, IReadOnlyList<EntityEntry> rows, CancellationToken ct)
    {
        await using var insert = new NpgsqlCommand(sql, (NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction());
        foreach (var column in columns) insert.Parameters.Add(new NpgsqlParameter { Value = Values(column, rows) });
        await insert.ExecuteNonQueryAsync(ct);
    }

    private static Array Values(IProperty column, IReadOnlyList<EntityEntry> rows)
    {
        var converter = column.GetTypeMapping().Converter;
        var type = converter?.ProviderClrType ?? column.ClrType;
        var values = Array.CreateInstance(type.IsValueType && Nullable.GetUnderlyingType(type) is null ? typeof(Nullable<>).MakeGenericType(type) : type, rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var value = rows[i].CurrentValues[column];
            values.SetValue(value is null || converter is null ? value : converter.ConvertToProvider(value), i);
        }
        return values;
    }

    // xmin and computed columns.
    private static bool IsMadeByDatabase(IProperty property) => property.ValueGenerated == ValueGenerated.OnAddOrUpdate;

    private static bool IsList(IProperty property) => property.GetTypeMapping() is { Converter: null } && property.ClrType.IsArray && property.ClrType != typeof(byte[]);
}

using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CrmStudio.Infrastructure.Platform.Persistence;

/// <summary>Inserts rows of one table from one array per column; a column that says the same in every row is sent once. (COPY is refused on tables with row-level security.)</summary>
internal sealed class NewRows
{
    private static readonly ConcurrentDictionary<IEntityType, NewRows> known = new(ReferenceEqualityComparer.Instance);

    private readonly IReadOnlyList<Column> columns;
    private readonly string into;

    private NewRows(IEntityType type)
    {
        columns = [.. type.GetProperties().Where(property => !IsMadeByDatabase(property)).Select(property => new Column(property))];
        into = $"insert into {type.GetTableName()} ({string.Join(", ", columns.Select(column => column.Property.GetColumnName()))}) select ";
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

    /// <summary>The tables in an order in which a row comes after those it points at.</summary>
    public static IReadOnlyList<IEntityType> InOrder(ICollection<IEntityType> types)
    {
        var ordered = new List<IEntityType>();
        var seen = new HashSet<IEntityType>();
        foreach (var type in types) Visit(type);
        return ordered;

        void Visit(IEntityType type)
        {
            if (!seen.Add(type)) return;
            foreach (var before in type.GetForeignKeys().Select(key => key.PrincipalEntityType).Where(types.Contains)) Visit(before);
            ordered.Add(type);
        }
    }

    /// <summary>
    /// Call once before a series of inserts. PostgreSQL keeps the plan of a foreign key check for the life of the connection; one made
    /// while a table was small reads all of it for every new row, and an import makes small tables large.
    /// </summary>
    public static Task ForgetPlansAsync(DbContext db, CancellationToken ct) => db.Database.ExecuteSqlRawAsync("discard plans", ct);

    /// <summary>Writes tracked rows in the context's transaction.</summary>
    public Task InsertAsync(DbContext db, IReadOnlyList<EntityEntry> rows, CancellationToken ct) =>
        RunAsync(db, rows.Count, (column, i) => rows[i].CurrentValues[column.Property], ct);

    /// <summary>Writes rows no context knows in the context's transaction.</summary>
    /// <param name="db">The context whose transaction it is.</param>
    /// <param name="rows">Instances of the table's class.</param>
    /// <param name="stamp">Replaces values as they are written: organization and times.</param>
    /// <param name="ct">Cancels.</param>
    public Task InsertAsync(DbContext db, IReadOnlyList<object> rows, Func<IProperty, object?, object?> stamp, CancellationToken ct) =>
        RunAsync(db, rows.Count, (column, i) => stamp(column.Property, column.Get(rows[i])), ct);

    private async Task RunAsync(DbContext db, int count, Func<Column, int, object?> value, CancellationToken ct)
    {
        await using var insert = new NpgsqlCommand { Connection = (NpgsqlConnection)db.Database.GetDbConnection(), Transaction = (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction() };
        // In the select list arrays are read in step as they are written; in FROM they would be laid out on disk first.
        var selected = new List<string>(columns.Count);
        foreach (var column in columns)
        {
            var (array, one) = column.Values(count, i => value(column, i));
            insert.Parameters.Add(new NpgsqlParameter { Value = array ?? one ?? DBNull.Value });
            var type = column.Property.GetColumnType();
            selected.Add(array is null ? $"${insert.Parameters.Count}::{type}" : $"unnest(${insert.Parameters.Count}::{type}[])");
        }
        insert.CommandText = into + string.Join(", ", selected);
        await insert.ExecuteNonQueryAsync(ct);
    }

    // xmin and computed columns.
    private static bool IsMadeByDatabase(IProperty property) => property.ValueGenerated == ValueGenerated.OnAddOrUpdate;

    private static bool IsList(IProperty property) => property.GetTypeMapping() is { Converter: null } && property.ClrType.IsArray && property.ClrType != typeof(byte[]);

    private sealed class Column
    {
        private static readonly MethodInfo fill = typeof(Column).GetMethod(nameof(Fill), BindingFlags.NonPublic | BindingFlags.Static)!;

        private readonly Func<object?, object?>? convert;
        private readonly Func<int, Func<int, object?>, (Array?, object?)> array;

        public Column(IProperty property)
        {
            Property = property;
            var converter = property.GetTypeMapping().Converter;
            convert = converter?.ConvertToProvider;
            var type = converter?.ProviderClrType ?? property.ClrType;
            array = fill.MakeGenericMethod(type.IsValueType && Nullable.GetUnderlyingType(type) is null ? typeof(Nullable<>).MakeGenericType(type) : type)
                .CreateDelegate<Func<int, Func<int, object?>, (Array?, object?)>>();
        }

        public IProperty Property { get; }

        public object? Get(object row) => Property.GetGetter().GetClrValue(row);

        /// <summary>The values of all rows; where they are the same, that one instead.</summary>
        public (Array? All, object? One) Values(int count, Func<int, object?> value) =>
            array(count, convert is null ? value : i => value(i) is { } known ? convert(known) : null);

        private static (Array?, object?) Fill<T>(int count, Func<int, object?> value)
        {
            var (values, isOne, same) = (new T?[count], true, EqualityComparer<T>.Default);
            for (var i = 0; i < count; i++)
            {
                values[i] = (T?)value(i);
                isOne = isOne && same.Equals(values[i], values[0]);
            }
            return isOne ? (null, values[0]) : (values, null);
        }
    }
}

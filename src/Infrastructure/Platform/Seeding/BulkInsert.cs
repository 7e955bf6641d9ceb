using CrmStudio.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>
/// Writes many rows of one table with one statement per few thousand: an array per column, unnested. (COPY is refused on tables with
/// row-level security.) Columns, conversions and generated columns come from the model, so that a new column is written the day it is added.
/// </summary>
internal sealed class BulkInsert
{
    private const int ChunkSize = 5_000;

    private readonly IReadOnlyList<IProperty> columns;
    private readonly string sql;

    public BulkInsert(IEntityType type)
    {
        columns = [.. type.GetProperties().Where(property => property.ValueGenerated != ValueGenerated.OnAddOrUpdate)];   // not xmin, not computed columns
        var names = columns.Select(column => column.GetColumnName()).ToList();
        var arrays = columns.Select((column, i) => $"${i + 1}::{(IsList(column) ? "text" : column.GetColumnType())}[]");
        var values = columns.Select((column, i) => IsList(column) ? $"u.{names[i]}::{column.GetColumnType()}" : $"u.{names[i]}");
        sql = $"insert into {type.GetTableName()} ({string.Join(", ", names)}) select {string.Join(", ", values)} from unnest({string.Join(", ", arrays)}) as u({string.Join(", ", names)})";
    }

    public async Task RunAsync(NpgsqlConnection connection, DemoRows rows, IEnumerable<DemoRow> records, CancellationToken ct)
    {
        foreach (var chunk in records.Chunk(ChunkSize))
        {
            await using var insert = new NpgsqlCommand(sql, connection);
            foreach (var column in columns) insert.Parameters.Add(new NpgsqlParameter { Value = ArrayOf(column, rows, chunk) });
            await insert.ExecuteNonQueryAsync(ct);
        }
    }

    private static Array ArrayOf(IProperty column, DemoRows rows, DemoRow[] chunk)
    {
        var converter = column.GetTypeMapping().Converter;
        var type = IsList(column) ? typeof(string) : converter?.ProviderClrType ?? column.ClrType;
        var array = Array.CreateInstance(type.IsValueType && Nullable.GetUnderlyingType(type) is null ? typeof(Nullable<>).MakeGenericType(type) : type, chunk.Length);
        for (var i = 0; i < chunk.Length; i++)
        {
            var value = Value(column, rows, chunk[i]);
            array.SetValue(value switch
            {
                null => null,
                IEnumerable<string> list when IsList(column) => Literal(list),
                _ when converter is not null => converter.ConvertToProvider(value),
                _ => value,
            }, i);
        }
        return array;
    }

    private static object? Value(IProperty column, DemoRows rows, DemoRow row) => column.Name switch
    {
        nameof(Entity.OrgId) => rows.Lender.Id,
        nameof(Entity.CreatedAt) => row.CreatedAt,
        nameof(Entity.UpdatedAt) => row.UpdatedAt,
        _ => column.GetGetter().GetClrValue(row.Record) is var value && value is Guid id ? rows.Stored(id) : value,
    };

    // An array of arrays would be unnested to the last element: a list of words travels as text.
    private static bool IsList(IProperty column) => column.ClrType.IsArray && column.ClrType != typeof(byte[]);

    private static string Literal(IEnumerable<string> words) =>
        $"{{{string.Join(',', words.Select(word => $"\"{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""))}}}";
}

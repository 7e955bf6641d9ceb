using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CrmStudio.Infrastructure.Platform.Auditing;

/// <summary>The image of whole records no context tracks: the same text as <see cref="RowImage"/> gives for a row that is added or deleted.</summary>
internal sealed class RecordImage
{
    private static readonly ConcurrentDictionary<IEntityType, RecordImage> known = new(ReferenceEqualityComparer.Instance);

    private readonly IReadOnlyList<(JsonEncodedText Name, IClrPropertyGetter Value)> fields;

    private RecordImage(IEntityType type) =>
        fields = [.. type.GetProperties().Where(property => RowImage.IsShown(property) && !RowImage.IsSecret(property)).Select(property => (JsonEncodedText.Encode(property.Name), property.GetGetter()))];

    /// <summary>The image of a table's records, made once.</summary>
    public static RecordImage Of(IEntityType type) => known.GetOrAdd(type, made => new RecordImage(made));

    /// <summary>The records' fields that are set, each record one JSON object.</summary>
    public IReadOnlyList<string> Of(IReadOnlyList<object> records)
    {
        var text = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(text);
        var images = new string[records.Count];
        for (var i = 0; i < images.Length; i++)
        {
            text.ResetWrittenCount();
            json.Reset();
            Write(json, records[i]);
            json.Flush();
            images[i] = Encoding.UTF8.GetString(text.WrittenSpan);
        }
        return images;
    }

    private void Write(Utf8JsonWriter json, object record)
    {
        json.WriteStartObject();
        foreach (var (name, field) in fields)
        {
            if (field.GetClrValue(record) is not { } value) continue;
            json.WritePropertyName(name);
            switch (value)
            {
                case string words: json.WriteStringValue(words); break;
                case Guid id: json.WriteStringValue(id); break;
                case decimal number: json.WriteNumberValue(number); break;
                case int number: json.WriteNumberValue(number); break;
                default: JsonSerializer.Serialize(json, value, value.GetType(), Json.Options); break;
            }
        }
        json.WriteEndObject();
    }
}

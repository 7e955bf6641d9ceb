using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrmStudio.Infrastructure.Platform.Auditing;

/// <summary>The one way facts are written as JSON in audit, undo and outbox rows: enums by name.</summary>
internal static class Json
{
    public static JsonSerializerOptions Options { get; } = new() { Converters = { new JsonStringEnumConverter() } };
}

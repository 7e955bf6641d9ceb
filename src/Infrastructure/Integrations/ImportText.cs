using System.Text.Json;
using System.Text.Json.Serialization;
using CrmStudio.Domain.Integrations.Imports;

namespace CrmStudio.Infrastructure.Integrations;

/// <summary>How rows and verdicts of a chunk are kept: JSON in UTF-8.</summary>
internal static class ImportText
{
    private static readonly JsonSerializerOptions options = new() { Converters = { new JsonStringEnumConverter() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    public static byte[] Of(IReadOnlyList<ImportRow> rows) => JsonSerializer.SerializeToUtf8Bytes(rows, options);

    public static byte[] Of(IReadOnlyList<ImportVerdict> verdicts) => JsonSerializer.SerializeToUtf8Bytes(verdicts, options);

    public static IReadOnlyList<ImportRow> Rows(byte[] text) => JsonSerializer.Deserialize<ImportRow[]>(text, options)!;

    public static IReadOnlyList<ImportVerdict> Verdicts(byte[] text) => JsonSerializer.Deserialize<ImportVerdict[]>(text, options)!;
}

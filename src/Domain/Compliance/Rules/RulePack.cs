using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrmStudio.Domain.Compliance.Rules;

/// <summary>Every rule and parameter of one publication: a dated, cited file that comes with the program.</summary>
/// <param name="Version">Its name on screen: "2026.3".</param>
/// <param name="PublishedOn">The day it was put together.</param>
/// <param name="Rules">The rules, each with its period.</param>
/// <param name="Parameters">The parameters, each with its period.</param>
public sealed record RulePack(string Version, DateOnly PublishedOn, IReadOnlyList<RuleVersion> Rules, IReadOnlyList<RegulatoryParameter> Parameters)
{
    private static readonly JsonSerializerOptions format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly Lazy<RulePack> shipped = new(ReadShipped);

    /// <summary>The pack that came with this version of the program.</summary>
    public static RulePack Shipped => shipped.Value;

    /// <summary>SHA-256 of the file, in hexadecimal.</summary>
    [JsonIgnore]
    public string Digest { get; init; } = "";

    /// <summary>Reads a pack.</summary>
    /// <exception cref="JsonException">The file is not of the form, or leaves something out.</exception>
    public static RulePack Read(ReadOnlySpan<byte> file) =>
        JsonSerializer.Deserialize<RulePack>(file, format)! with { Digest = Convert.ToHexString(SHA256.HashData(file)) };

    private static RulePack ReadShipped()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("CrmStudio.Domain.Compliance.Rules.rule-pack.json")!;
        using var file = new MemoryStream();
        stream.CopyTo(file);
        return Read(file.ToArray());
    }
}

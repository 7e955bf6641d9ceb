using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CrmStudio.Domain.Common;

namespace CrmStudio.App.Access.Api;

/// <summary>How the API reads and writes JSON: names in camel case, choices as words, fields it does not know refused by name.</summary>
public static class ApiJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) }, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, NumberHandling = JsonNumberHandling.Strict,
    };

    /// <summary>Writes what was sent over what is there: a field that was not sent stays, one that was sent as null is emptied.</summary>
    /// <param name="there">What is there; for a new record what it begins with.</param>
    /// <param name="sent">What was sent.</param>
    public static Outcome<T> Over<T>(T there, JsonObject sent)
        where T : class
    {
        var node = JsonSerializer.SerializeToNode(there, Options)!.AsObject();
        foreach (var (name, value) in sent)
        {
            if (!node.ContainsKey(name)) return Refusal.Invalid(name, $"There is no field “{name}” to write.");
            node[name] = value?.DeepClone();
        }
        try
        {
            return node.Deserialize<T>(Options)!;
        }
        catch (JsonException wrong)
        {
            var field = wrong.Path?.TrimStart('$', '.') ?? "";
            return Refusal.Invalid(field, $"“{field}” cannot hold this value.");
        }
    }
}

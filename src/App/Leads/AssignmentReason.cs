using System.Text.Json;

namespace CrmStudio.App.Leads;

/// <summary>Why a rule chose somebody, as the assignment keeps it: the choice in a sentence, and who was passed over.</summary>
public sealed record AssignmentReason(string? Choice, IReadOnlyList<string> PassedOver)
{
    /// <summary>Reads what an assignment keeps; what cannot be read says nothing.</summary>
    public static AssignmentReason? Read(string? why)
    {
        if (why is null) return null;
        try
        {
            using var read = JsonDocument.Parse(why);
            if (read.RootElement.ValueKind != JsonValueKind.Object) return null;
            var passed = read.RootElement.TryGetProperty("members", out var members) && members.ValueKind == JsonValueKind.Array ? members.EnumerateArray().Select(Said).OfType<string>().ToList() : [];
            return new(Text(read.RootElement, "choice"), passed);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Said(JsonElement passed) => (Text(passed, "name"), Text(passed, "why")) switch
    {
        ({ } name, { } why) => $"{name} ({why})",
        ({ } name, null) => name,
        _ => null,
    };

    private static string? Text(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}

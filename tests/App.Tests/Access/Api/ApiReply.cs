using System.Net;
using System.Text.Json;

namespace CrmStudio.App.Tests.Access.Api;

/// <summary>What a program was answered.</summary>
internal sealed record ApiReply(HttpStatusCode Status, JsonElement Json, string Text, bool SaysWhenAgain)
{
    public string? this[string name] => Json.GetProperty(name).ToString();

    public IReadOnlyList<JsonElement> Items => [.. Json.GetProperty("items").EnumerateArray()];

    public string FieldError(string field) => Json.GetProperty("errors").GetProperty(field)[0].GetString()!;
}

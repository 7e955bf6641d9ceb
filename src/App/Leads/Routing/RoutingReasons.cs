using System.Text.Json;
using CrmStudio.Domain.Leads.Routing;

namespace CrmStudio.App.Leads.Routing;

/// <summary>Writes why a lead went where it did into an assignment, and reads it again.</summary>
public static class RoutingReasons
{
    public static string Write(RoutingWhy why) => JsonSerializer.Serialize(why, JsonSerializerOptions.Web);

    /// <summary>The reasons of an assignment; null where a person chose.</summary>
    public static RoutingWhy? Read(string? why) => why is null ? null : JsonSerializer.Deserialize<RoutingWhy>(why, JsonSerializerOptions.Web);
}

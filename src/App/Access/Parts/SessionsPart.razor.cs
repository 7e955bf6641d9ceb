using System.Globalization;
using CrmStudio.App.Access.Queries;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Access.Parts;

/// <summary>One's sessions, each with a button that ends it.</summary>
public partial class SessionsPart
{
    private static readonly (string Sign, string Name)[] browsers = [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];
    private static readonly (string Sign, string Name)[] systems = [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux")];

    [Parameter, EditorRequired] public IReadOnlyList<AccountSession> Sessions { get; set; } = [];

    /// <summary>IANA time zone of the reader.</summary>
    [Parameter, EditorRequired] public string TimeZone { get; set; } = "UTC";

    [Parameter] public EventCallback OnRevoke { get; set; }

    [Parameter] public EventCallback OnRevokeOthers { get; set; }

    /// <summary>A browser's name for itself, as people call it.</summary>
    public static string Browser(string? agent)
    {
        if (agent is null) return "Unknown browser";
        var browser = browsers.FirstOrDefault(known => agent.Contains(known.Sign, StringComparison.Ordinal)).Name ?? "Unknown browser";
        var system = systems.FirstOrDefault(known => agent.Contains(known.Sign, StringComparison.Ordinal)).Name;
        return system is null ? browser : $"{browser} on {system}";
    }

    private string At(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)).ToString("MMM d, h:mm tt", CultureInfo.GetCultureInfo("en-US"));
}

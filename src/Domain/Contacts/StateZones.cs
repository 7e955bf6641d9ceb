namespace CrmStudio.Domain.Contacts;

/// <summary>
/// States of the United States with the time zone most of their people live in. Where a state spans two zones, the later one counts for quiet
/// hours in the morning and the earlier one in the evening; this table says where most live (49 CFR Part 71).
/// </summary>
public static class StateZones
{
    private const string Eastern = "America/New_York", Central = "America/Chicago", Mountain = "America/Denver", Pacific = "America/Los_Angeles";

    private static readonly Dictionary<string, string> zones = new(StringComparer.Ordinal)
    {
        ["AL"] = Central, ["AK"] = "America/Anchorage", ["AZ"] = "America/Phoenix", ["AR"] = Central, ["CA"] = Pacific, ["CO"] = Mountain, ["CT"] = Eastern, ["DE"] = Eastern,
        ["DC"] = Eastern, ["FL"] = Eastern, ["GA"] = Eastern, ["HI"] = "Pacific/Honolulu", ["ID"] = Mountain, ["IL"] = Central, ["IN"] = "America/Indiana/Indianapolis", ["IA"] = Central,
        ["KS"] = Central, ["KY"] = Eastern, ["LA"] = Central, ["ME"] = Eastern, ["MD"] = Eastern, ["MA"] = Eastern, ["MI"] = "America/Detroit", ["MN"] = Central, ["MS"] = Central,
        ["MO"] = Central, ["MT"] = Mountain, ["NE"] = Central, ["NV"] = Pacific, ["NH"] = Eastern, ["NJ"] = Eastern, ["NM"] = Mountain, ["NY"] = Eastern, ["NC"] = Eastern,
        ["ND"] = Central, ["OH"] = Eastern, ["OK"] = Central, ["OR"] = Pacific, ["PA"] = Eastern, ["RI"] = Eastern, ["SC"] = Eastern, ["SD"] = Central, ["TN"] = Central,
        ["TX"] = Central, ["UT"] = Mountain, ["VT"] = Eastern, ["VA"] = Eastern, ["WA"] = Pacific, ["WV"] = Eastern, ["WI"] = Central, ["WY"] = Mountain,
        ["PR"] = "America/Puerto_Rico", ["VI"] = "America/St_Thomas", ["GU"] = "Pacific/Guam",
    };

    /// <summary>Two-letter codes, in order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. zones.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Whether two letters name a state.</summary>
    public static bool IsState(string? state) => state is not null && zones.ContainsKey(state);

    /// <summary>IANA time zone most people of a state live in; null for none.</summary>
    public static string? Of(string? state) => state is not null ? zones.GetValueOrDefault(state) : null;
}

using System.Globalization;
using CrmStudio.Domain.Leads;

namespace CrmStudio.App.Leads.Views;

/// <summary>One chip of a filter: a field and the values any of which will do.</summary>
public sealed record LeadCondition(LeadField Field, params IReadOnlyList<string> Values)
{
    /// <summary>In place of a member: whoever looks.</summary>
    public const string Me = "me";

    /// <summary>In place of a member: nobody.</summary>
    public const string Nobody = "nobody";

    private const int MaxValues = 50, MaxLength = 120;
    private const decimal MostDollars = LeadWish.MaxAmount;

    /// <summary>The condition as it stands in an address: <c>status.new,contacted</c>.</summary>
    public override string ToString() => $"{Field.ToString().ToLowerInvariant()}.{string.Join(',', Values.Select(Escape))}";

    /// <summary>Reads a condition out of an address; null when it says nothing this version understands.</summary>
    public static LeadCondition? Parse(string text)
    {
        var parts = text.Split('.', 2);
        if (parts.Length != 2 || !char.IsAsciiLetter(parts[0].FirstOrDefault()) || !Enum.TryParse<LeadField>(parts[0], ignoreCase: true, out var field)) return null;
        var values = parts[1].Split(',').Select(Uri.UnescapeDataString).Where(value => value.Length is > 0 and <= MaxLength).Take(MaxValues).ToList();
        return new LeadCondition(field, values) is { IsMeaningful: true } condition ? condition : null;
    }

    /// <summary>Whether the values fit the field.</summary>
    public bool IsMeaningful => Values.Count > 0 && Field switch
    {
        LeadField.Status => Values.All(IsWord<LeadStatus>),
        LeadField.Band => Values.All(IsWord<LeadBand>),
        LeadField.Interest => Values.All(IsWord<LeadInterest>),
        LeadField.Assignee => Values.All(value => value is Me or Nobody || Guid.TryParse(value, out _)),
        LeadField.Tag => Values.All(value => Guid.TryParse(value, out _)),
        LeadField.Age or LeadField.Attempts => Number is not null,
        LeadField.Amount => Dollars is not null,
        _ => true,
    };

    /// <summary>The one number of an age or attempts.</summary>
    public int? Number => Values is [var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 3650 ? number : null;

    /// <summary>The dollars of an amount.</summary>
    public decimal? Dollars => Values is [var text] && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var dollars) && dollars <= MostDollars ? dollars : null;

    /// <summary>The values as words of an enumeration.</summary>
    public T[] Words<T>()
        where T : struct, Enum => [.. Values.Select(value => Enum.Parse<T>(value, ignoreCase: true))];

    /// <summary>The values that are ids.</summary>
    public Guid[] Ids() => [.. Values.Select(value => Guid.TryParse(value, out var id) ? id : (Guid?)null).OfType<Guid>()];

    private static bool IsWord<T>(string value)
        where T : struct, Enum => char.IsAsciiLetter(value[0]) && Enum.TryParse<T>(value, ignoreCase: true, out _);

    // Only what the notation itself uses is escaped, so that addresses stay readable.
    private static string Escape(string value) => value.Replace("%", "%25", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}

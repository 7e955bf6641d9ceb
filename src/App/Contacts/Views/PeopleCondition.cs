using System.Globalization;
using CrmStudio.Domain.Contacts;

namespace CrmStudio.App.Contacts.Views;

/// <summary>One chip of a filter of people: a field, whether it is or is not so, and the values.</summary>
public sealed record PeopleCondition(PeopleField Field, bool IsNot, params IReadOnlyList<string> Values)
{
    /// <summary>In place of a member: whoever looks.</summary>
    public const string Me = "me";

    /// <summary>In place of a member: nobody.</summary>
    public const string Nobody = "nobody";

    private const int MaxValues = 50, MaxLength = 200, MaxDays = 3650;

    /// <summary>Whether a field can also be excluded.</summary>
    public static bool CanExclude(PeopleField field) => field is PeopleField.Kind or PeopleField.Owner or PeopleField.State or PeopleField.Tag or PeopleField.Source;

    /// <summary>Days of <see cref="PeopleField.Untouched"/>.</summary>
    public int? Days => Values is [var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= MaxDays ? days : null;

    /// <summary>Whether the values fit the field.</summary>
    public bool IsMeaningful => (!IsNot || CanExclude(Field)) && Field switch
    {
        PeopleField.DoNotCall => Values.Count == 0,
        PeopleField.Untouched => Days is not null,
        PeopleField.Kind => Values.Count > 0 && Values.All(value => Enum.TryParse<ContactKind>(value, ignoreCase: true, out var kind) && Enum.IsDefined(kind)),
        PeopleField.Owner => Values.Count > 0 && Values.All(value => value is Me or Nobody || Guid.TryParse(value, out _)),
        PeopleField.State => Values.Count > 0 && Values.All(StateZones.IsState),
        PeopleField.Tag => Values.Count > 0 && Values.All(value => Guid.TryParse(value, out _)),
        PeopleField.Own => Values.Count == 2,
        _ => Values.Count > 0,
    };

    /// <summary>The condition as it stands in an address: <c>kind.is.agent,partner</c>.</summary>
    public override string ToString() => $"{Field.ToString().ToLowerInvariant()}.{(IsNot ? "not" : "is")}{(Values.Count == 0 ? null : ".")}{string.Join(',', Values.Select(Escape))}";

    /// <summary>Reads a condition out of an address; null when it says nothing this version understands.</summary>
    public static PeopleCondition? Parse(string text)
    {
        var parts = text.Split('.', 3);
        if (parts.Length < 2 || parts[0].Length == 0 || !char.IsAsciiLetter(parts[0][0]) || !Enum.TryParse<PeopleField>(parts[0], ignoreCase: true, out var field) || parts[1] is not ("is" or "not")) return null;
        var values = parts.Length < 3 ? [] : parts[2].Split(',').Select(Uri.UnescapeDataString).Where(value => value.Length is > 0 and <= MaxLength).Take(MaxValues).ToList();
        return new PeopleCondition(field, parts[1] == "not", values) is { IsMeaningful: true } condition ? condition : null;
    }

    /// <summary>The values that are ids.</summary>
    public Guid[] Ids() => [.. Values.Select(value => Guid.TryParse(value, out var id) ? id : (Guid?)null).OfType<Guid>()];

    private static string Escape(string value) => value.Replace("%", "%25", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}

using System.Globalization;

namespace CrmStudio.Testing.Calendars;

/// <summary>An event as a reader of calendars sees it.</summary>
public sealed record ReadEvent(IReadOnlyDictionary<string, (IReadOnlyDictionary<string, string> Parameters, string Value)> Properties)
{
    public string Uid => Text("UID");

    public string Summary => Text("SUMMARY");

    public string? Description => Properties.ContainsKey("DESCRIPTION") ? Text("DESCRIPTION") : null;

    public DateOnly Starts => Day("DTSTART");

    public DateOnly Ends => Day("DTEND");

    public int Sequence => int.Parse(Properties["SEQUENCE"].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    public DateTimeOffset LastModified => DateTimeOffset.ParseExact(Properties["LAST-MODIFIED"].Value, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>A value of type TEXT as it was before it was escaped.</summary>
    public string Text(string name) => CalendarReader.Unescape(Properties[name].Value);

    private DateOnly Day(string name) => Properties[name] is var (parameters, value) && parameters["VALUE"] == "DATE"
        ? DateOnly.ParseExact(value, "yyyyMMdd", CultureInfo.InvariantCulture)
        : throw new FormatException($"{name} is no date.");
}

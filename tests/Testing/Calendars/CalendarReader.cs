using System.Text;
using System.Text.RegularExpressions;

namespace CrmStudio.Testing.Calendars;

/// <summary>
/// Reads an iCalendar file the way RFC 5545 says it is written, and takes nothing less: octets of a line, line ends, folding, nesting, what
/// must be there once. Written from the grammar (3.1, 3.3.11, 3.6.1), not from our writer.
/// </summary>
public static partial class CalendarReader
{
    /// <summary>The events of a file.</summary>
    /// <exception cref="FormatException">What is wrong with it.</exception>
    public static IReadOnlyList<ReadEvent> Read(byte[] file)
    {
        var lines = Unfold(file);
        var events = new List<ReadEvent>();
        var open = new Stack<string>();
        var calendar = new Dictionary<string, string>();
        Dictionary<string, (IReadOnlyDictionary<string, string>, string)> current = [];
        foreach (var line in lines)
        {
            var match = ContentLine().Match(line);
            if (!match.Success) throw new FormatException($"No content line: {line}");
            var (name, value) = (match.Groups["name"].Value.ToUpperInvariant(), match.Groups["value"].Value);
            var parameters = match.Groups["parameter"].Captures.Select(one => one.Value.Split('=', 2)).ToDictionary(pair => pair[0].ToUpperInvariant(), pair => pair[1].Trim('"'));
            if (name == "BEGIN")
            {
                if (open.Count != (value == "VCALENDAR" ? 0 : 1)) throw new FormatException($"{value} begins at a wrong place.");
                open.Push(value);
                current = [];
            }
            else if (name == "END")
            {
                if (!open.TryPop(out var begun) || begun != value) throw new FormatException($"{value} ends without a beginning.");
                if (value == "VEVENT") events.Add(Checked(current));
            }
            else if (open.Count == 0) throw new FormatException("A property outside of the calendar.");
            else if (open.Peek() == "VCALENDAR") calendar.Add(name, value);
            else if (!current.TryAdd(name, (parameters, value))) throw new FormatException($"{name} twice.");
        }
        if (open.Count > 0) throw new FormatException($"{open.Peek()} does not end.");
        if (calendar.GetValueOrDefault("VERSION") != "2.0" || string.IsNullOrEmpty(calendar.GetValueOrDefault("PRODID"))) throw new FormatException("VERSION and PRODID are missing.");
        if (events.DistinctBy(one => one.Uid).Count() != events.Count) throw new FormatException("A UID twice.");
        return events;
    }

    /// <summary>A value of type TEXT as it was before it was escaped.</summary>
    public static string Unescape(string value)
    {
        if (BareSeparator().IsMatch(value)) throw new FormatException($"Not escaped: {value}");
        return Escaped().Replace(value, match => match.Groups[1].Value is "n" or "N" ? "\n" : match.Groups[1].Value);
    }

    private static List<string> Unfold(byte[] file)
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file);
        if (!text.EndsWith("\r\n", StringComparison.Ordinal)) throw new FormatException("The last line does not end.");
        var lines = new List<string>();
        foreach (var line in text[..^2].Split("\r\n"))
        {
            if (line.IndexOfAny(['\r', '\n']) >= 0) throw new FormatException("A bare line break.");
            if (Encoding.UTF8.GetByteCount(line) > 75) throw new FormatException($"{Encoding.UTF8.GetByteCount(line)} octets: {line}");
            if (line.Any(c => char.IsControl(c) && c != '\t')) throw new FormatException("A control character.");
            if (line.StartsWith(' ')) lines[^1] += line[1..];
            else if (line.Length == 0) throw new FormatException("An empty line.");
            else lines.Add(line);
        }
        return lines;
    }

    private static ReadEvent Checked(Dictionary<string, (IReadOnlyDictionary<string, string>, string)> properties)
    {
        foreach (var needed in new[] { "UID", "DTSTAMP", "DTSTART" }) if (!properties.ContainsKey(needed)) throw new FormatException($"{needed} is missing.");
        if (properties.ContainsKey("DTEND") && properties.ContainsKey("DURATION")) throw new FormatException("DTEND and DURATION.");
        var read = new ReadEvent(properties);
        return read.Ends > read.Starts ? read : throw new FormatException("It ends before it starts.");
    }

    [GeneratedRegex("""^(?<name>[A-Za-z0-9-]+)(?:;(?<parameter>[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*)))*:(?<value>.*)$""")]
    private static partial Regex ContentLine();

    [GeneratedRegex(@"(?<!\\)(?:\\\\)*[;,]")]
    private static partial Regex BareSeparator();

    [GeneratedRegex(@"\\([\\;,nN])")]
    private static partial Regex Escaped();
}

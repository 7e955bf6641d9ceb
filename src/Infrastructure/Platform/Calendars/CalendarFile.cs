using System.Globalization;
using System.Text;

namespace CrmStudio.Infrastructure.Platform.Calendars;

/// <summary>
/// Writes days as an iCalendar file (RFC 5545, with the names of RFC 7986). The same days give the same bytes: nothing in it says when it was
/// written.
/// </summary>
public static class CalendarFile
{
    /// <summary>The media type of the file.</summary>
    public const string ContentType = "text/calendar; charset=utf-8";

    /// <summary>Octets of a line at most, without its end (RFC 5545, 3.1).</summary>
    public const int LineOctets = 75;

    private const string Stamp = "yyyyMMdd'T'HHmmss'Z'", Date = "yyyyMMdd";
    private static readonly DateTimeOffset firstSequence = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a file.</summary>
    /// <param name="name">What the calendar is called where it is read.</param>
    /// <param name="events">The days.</param>
    public static string Write(string name, IEnumerable<CalendarEvent> events)
    {
        var file = new StringBuilder();
        Line(file, "BEGIN:VCALENDAR");
        Line(file, "VERSION:2.0");
        Line(file, "PRODID:-//CrmStudio//Closings and locks//EN");
        Line(file, "CALSCALE:GREGORIAN");
        Line(file, $"NAME:{Text(name)}");
        Line(file, $"X-WR-CALNAME:{Text(name)}");
        Line(file, "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        Line(file, "X-PUBLISHED-TTL:PT1H");
        foreach (var one in events) Write(file, one);
        Line(file, "END:VCALENDAR");
        return file.ToString();
    }

    private static void Write(StringBuilder file, CalendarEvent one)
    {
        var changed = one.ChangedAt.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture);
        Line(file, "BEGIN:VEVENT");
        Line(file, $"UID:{Text(one.Uid)}");
        Line(file, $"DTSTAMP:{changed}");   // without a METHOD the same as LAST-MODIFIED (3.8.7.2)
        Line(file, $"LAST-MODIFIED:{changed}");
        Line(file, $"SEQUENCE:{Sequence(one.ChangedAt)}");
        Line(file, $"DTSTART;VALUE=DATE:{one.On.ToString(Date, CultureInfo.InvariantCulture)}");
        Line(file, $"DTEND;VALUE=DATE:{one.On.AddDays(1).ToString(Date, CultureInfo.InvariantCulture)}");
        Line(file, $"SUMMARY:{Text(one.Summary)}");
        if (one.Description is { Length: > 0 } description) Line(file, $"DESCRIPTION:{Text(description)}");
        Line(file, $"CATEGORIES:{Text(one.Category)}");
        Line(file, $"URL:{one.Url.AbsoluteUri}");
        Line(file, "TRANSP:TRANSPARENT");
        Line(file, "END:VEVENT");
    }

    /// <summary>Grows with every change, and fits the 32 bits a reader keeps it in until 2088.</summary>
    private static int Sequence(DateTimeOffset changed) => (int)Math.Clamp((changed - firstSequence).TotalSeconds, 0, int.MaxValue);

    /// <summary>A value of type TEXT (3.3.11): separators escaped, line breaks as \n, other control characters left out.</summary>
    private static string Text(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
            _ = c switch
            {
                '\\' or ';' or ',' => escaped.Append('\\').Append(c),
                '\n' => escaped.Append("\\n"),
                _ when char.IsControl(c) => escaped,
                _ => escaped.Append(c),
            };
        return escaped.ToString();
    }

    /// <summary>A line, folded where it is longer than 75 octets: between characters, never inside one.</summary>
    private static void Line(StringBuilder file, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                file.Append("\r\n ");
                octets = 1;
            }
            file.Append(rune);
            octets += rune.Utf8SequenceLength;
        }
        file.Append("\r\n");
    }
}

using System.Text;
using CrmStudio.Infrastructure.Platform.Calendars;
using CrmStudio.Testing.Calendars;

namespace CrmStudio.Infrastructure.Tests.Platform.Calendars;

public sealed class CalendarFileTests
{
    private static readonly DateTimeOffset changed = new(2026, 11, 21, 7, 15, 30, TimeSpan.Zero);

    [Theory]
    [InlineData("Whitlock, Marisol; “Mari” \\ O'Brien: closing")]
    [InlineData("two\nlines\r\nand a third\rone")]
    [InlineData("Søren Ångström-Müller, Nguyễn Thị Hồng Nhung, 李小龍, אבגדהוזחטיכלמנסעפצקרשת and 👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦")]
    [InlineData("\\n is no line break, \\\\ two strokes, ;;,,")]
    [InlineData("END:VEVENT\r\nEND:VCALENDAR\r\nBEGIN:VALARM")]
    public void What_is_said_comes_back_as_it_was(string text)
    {
        var read = Assert.Single(CalendarReader.Read(Bytes(Day(text, text))));

        Assert.Equal(text.ReplaceLineEndings("\n"), read.Summary);
        Assert.Equal(text.ReplaceLineEndings("\n"), read.Description);
    }

    [Fact]
    public void No_line_is_longer_than_75_octets_whatever_stands_in_it()
    {
        foreach (var unit in new[] { "a", "é", "한", "😀", "\\", ";" })
            for (var length = 50; length < 260; length += 7)
                Assert.Equal(string.Concat(Enumerable.Repeat(unit, length)), Assert.Single(CalendarReader.Read(Bytes(Day(string.Concat(Enumerable.Repeat(unit, length)))))).Summary);
    }

    [Fact]
    public void Control_characters_are_left_out() => Assert.Equal("ab", Assert.Single(CalendarReader.Read(Bytes(Day("a\0\u0007b")))).Summary);

    [Fact]
    public void A_day_is_a_date_without_a_zone_and_ends_the_day_after()
    {
        var read = Assert.Single(CalendarReader.Read(Bytes(Day("Closing") with { On = new(2026, 12, 31) })));

        Assert.Equal((new DateOnly(2026, 12, 31), new DateOnly(2027, 1, 1)), (read.Starts, read.Ends));
        Assert.Equal(changed, read.LastModified);
    }

    [Fact]
    public void A_later_change_has_a_larger_sequence_and_the_same_name()
    {
        var (before, after) = (Read(Day("Closing")), Read(Day("Closing") with { On = new(2026, 12, 2), ChangedAt = changed.AddSeconds(1) }));

        Assert.Equal(before.Uid, after.Uid);
        Assert.True(after.Sequence > before.Sequence && before.Sequence > 0);
    }

    [Fact]
    public void The_same_days_give_the_same_bytes_and_none_give_an_empty_calendar()
    {
        Assert.Equal(Bytes(Day("Closing")), Bytes(Day("Closing")));
        Assert.Empty(CalendarReader.Read(Encoding.UTF8.GetBytes(CalendarFile.Write("Nobody's", []))));
    }

    private static ReadEvent Read(CalendarEvent one) => CalendarReader.Read(Bytes(one)).Single();

    private static byte[] Bytes(params CalendarEvent[] events) => Encoding.UTF8.GetBytes(CalendarFile.Write("Harborline, Inc.: closings; locks", events));

    private static CalendarEvent Day(string summary, string? description = null) => new("closing-1@crmstudio", new(2026, 11, 24), summary, description, "Closing", new("https://crm.example.com/loans/1"), changed);
}

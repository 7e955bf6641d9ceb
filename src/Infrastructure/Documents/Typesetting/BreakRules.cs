using System.Globalization;
using System.Text;

namespace CrmStudio.Infrastructure.Documents.Typesetting;

/// <summary>Where a line may end: the rules of Unicode Standard Annex 14 that letters, addresses and amounts need.</summary>
internal static class BreakRules
{
    /// <summary>Whether a line may end after a character.</summary>
    public static BreakAfter After(int before, int character, int next) => character switch
    {
        '\n' => BreakAfter.Must,
        ' ' or 0x1680 or (>= 0x2000 and <= 0x200A and not 0x2007) or 0x205F or 0x3000 => BreakAfter.Space,
        0x200B => BreakAfter.Allowed,
        0xAD => BreakAfter.Hyphen,
        0x2014 => BreakAfter.Allowed,
        // A hyphen joins words; in a phone number or a range of years it holds digits together.
        '-' or 0x2010 or 0x2013 => IsLetter(next) && before > ' ' ? BreakAfter.Allowed : BreakAfter.No,
        '/' => IsLetter(next) && IsLetter(before) ? BreakAfter.Allowed : BreakAfter.No,
        _ => IsIdeograph(character) && next > ' ' && !IsClosing(next) ? BreakAfter.Allowed : BreakAfter.No,
    };

    /// <summary>True for what is drawn on the glyph before it.</summary>
    public static bool IsAttached(int character) =>
        character >= 0x300 && Rune.GetUnicodeCategory(new Rune(character)) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>True for what steers the setting and is never seen: joiners, direction marks, variation selectors, the byte order mark.</summary>
    public static bool IsInvisible(int character) =>
        character is '\n' or 0xAD or 0x34F or 0x61C or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F) or (>= 0xFE00 and <= 0xFE0F) or 0xFEFF or (>= 0xE0000 and <= 0xE0FFF);

    private static bool IsLetter(int character) => Rune.IsValid(character) && Rune.IsLetter(new Rune(character));

    private static bool IsIdeograph(int character) => character is (>= 0x2E80 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7AF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    private static bool IsClosing(int character) => character is 0x3001 or 0x3002 or 0x300D or 0xFF09 or 0xFF0C or 0xFF0E;
}

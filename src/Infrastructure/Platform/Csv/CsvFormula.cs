namespace CrmStudio.Infrastructure.Platform.Csv;

/// <summary>Keeps a cell from being run as a formula by a spreadsheet (OWASP ASVS 1.2.10), and recognises formulas that come in.</summary>
public static class CsvFormula
{
    // The last four are the full-width forms, which Excel runs too.
    private const string Starters = "=+-@\t\r\n\0＝＋－＠";

    /// <summary>The text as it may stand in a spreadsheet: with a leading apostrophe when it would be run otherwise.</summary>
    /// <remarks>Text that already starts with apostrophes before such a character gets one more, so that <see cref="Unguard"/> is exact.</remarks>
    public static string Guard(string text) => IsGuardNeeded(text) ? "'" + text : text;

    /// <summary>Takes the apostrophe off again that <see cref="Guard"/> has put in front.</summary>
    public static string Unguard(string text) => text.Length > 1 && text[0] == '\'' && IsGuardNeeded(text) ? text[1..] : text;

    /// <summary>
    /// True when the cell holds a formula rather than a value: an equals sign in front, or a sign followed by a function or a command.
    /// Telephone numbers (+1 …), negative amounts and @handles are values.
    /// </summary>
    public static bool IsFormula(ReadOnlySpan<char> text)
    {
        var rest = text.Trim();
        if (rest.IsEmpty) return false;
        if (rest[0] is '=' or '＝') return true;
        if (rest[0] is not ('+' or '-' or '@' or '＋' or '－' or '＠')) return false;

        rest = rest[1..].TrimStart("+-@=").TrimStart();
        var name = rest.IndexOfAnyExceptInRange('A', 'z');
        return (name > 0 && rest[name] is '(' or '|' or '!') || (rest.Contains('|') && rest.Contains('!'));
    }

    private static bool IsGuardNeeded(string text)
    {
        var rest = text.AsSpan().TrimStart('\'');
        if (rest.Length < text.Length && rest.IsEmpty) return false;
        rest = rest.TrimStart(' ');
        return !rest.IsEmpty && Starters.Contains(rest[0], StringComparison.Ordinal);
    }
}

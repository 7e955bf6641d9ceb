using System.Text.RegularExpressions;

namespace CrmStudio.Domain.Loans.Papers;

/// <summary>Reads the conditions out of an approval letter that somebody pasted: one per line, under headings that name the step.</summary>
public static partial class ConditionText
{
    /// <summary>Longest text taken at once.</summary>
    public const int MaxLength = 50_000;

    /// <summary>The conditions found, in order.</summary>
    /// <param name="pasted">The text.</param>
    /// <param name="unless">The step of those that stand under no heading.</param>
    /// <param name="known">Texts of conditions the loan has, to mark what is there already.</param>
    public static IReadOnlyList<Found> Read(string pasted, ConditionCategory unless, IEnumerable<string> known)
    {
        var there = known.Select(Key).ToHashSet(StringComparer.Ordinal);
        var found = new List<Found>();
        var category = unless;
        foreach (var line in pasted.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            if (HeadingOf(line) is { } heading)
            {
                category = heading;
                continue;
            }
            var (own, text) = Marked(Bullet().Replace(line, "").Trim());
            if (text.Length == 0) continue;
            found.Add(new(own ?? category, text, IsThere: !there.Add(Key(text)), IsTooLong: text.Length > LoanCondition.TextMaxLength));
        }
        return found;
    }

    /// <summary>A condition that was read.</summary>
    /// <param name="Category">Before what it must be met.</param>
    /// <param name="Text">What is asked.</param>
    /// <param name="IsThere">Whether the loan, or an earlier line, has it already.</param>
    /// <param name="IsTooLong">Whether it is longer than a condition may be.</param>
    public sealed record Found(ConditionCategory Category, string Text, bool IsThere, bool IsTooLong);

    private static string Key(string text) => Spaces().Replace(text, " ").Trim().TrimEnd('.').ToLowerInvariant();

    // A heading is a short line of nothing but the step's name: "PRIOR TO DOCS:", "Prior-to-funding conditions", "PTD".
    private static ConditionCategory? HeadingOf(string line) => line.Length <= 60 && Heading().Match(line) is { Success: true } match ? CategoryOf(match.Groups["step"].Value) : null;

    // A line can name its own step in front: "PTF: Verbal verification of employment".
    private static (ConditionCategory?, string) Marked(string line) => Mark().Match(line) is { Success: true } match ? (CategoryOf(match.Groups["step"].Value), line[match.Length..].Trim()) : (null, line);

    private static ConditionCategory? CategoryOf(string words) => Spaces().Replace(words.Replace('-', ' '), " ").ToUpperInvariant() switch
    {
        "PTA" or "PRIOR TO APPROVAL" or "PRIOR TO FINAL APPROVAL" => ConditionCategory.PriorToApproval,
        "PTD" or "PRIOR TO DOCS" or "PRIOR TO DOC" or "PRIOR TO DOCUMENTS" or "PRIOR TO CLOSING DOCUMENTS" or "PRIOR TO CLOSING" or "PRIOR TO CLEAR TO CLOSE" => ConditionCategory.PriorToDocs,
        "PTF" or "PRIOR TO FUNDING" or "AT CLOSING" => ConditionCategory.PriorToFunding,
        "PC" or "POST CLOSING" or "POST CLOSE" or "AFTER CLOSING" => ConditionCategory.PostClosing,
        _ => null,
    };

    [GeneratedRegex(@"^[\s\-•*·–—]*(\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])?\s+|^[\-•*·–—]+\s*|^\d{1,3}[.)]")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^[#*\s]*(?<step>PT[ADF]|(prior[\s-]to[\s-](final[\s-]approval|approval|docs?|documents|closing[\s-]documents|closing|clear[\s-]to[\s-]close|funding))|at[\s-]closing|(post|after)[\s-]clos(e|ing))(\s+conditions?)?(\s*\((?:PT[ADF]|PC)\))?\s*[:\-–—*]*\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^[\[(]?(?<step>PT[ADF]|PC|prior[\s-]to[\s-](?:approval|docs?|funding)|post[\s-]closing)[\])]?\s*[:\-–—]\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

using System.Text.RegularExpressions;

namespace CrmStudio.Domain.Loans.Updates;

/// <summary>A place in a template that each mail fills. No field holds an amount: agents read these mails too.</summary>
/// <param name="Name">As written between double braces.</param>
/// <param name="Label">What it becomes.</param>
public sealed partial record MergeField(string Name, string Label)
{
    /// <summary>All there are.</summary>
    public static IReadOnlyList<MergeField> All { get; } =
    [
        new("first name", "First name of whom the mail goes to"),
        new("borrower", "The primary borrower's name"),
        new("stage", "The stage the loan has reached"),
        new("property", "Street and town of the property, or “your new home”"),
        new("closing date", "The planned closing, or “a date we will confirm”"),
        new("officer", "The loan officer's name"),
        new("officer phone", "The loan officer's phone"),
        new("officer email", "The loan officer's e-mail address"),
        new("lender", "The lender's name"),
    ];

    /// <summary>The first field of a text that does not exist; null when all do.</summary>
    public static string? Unknown(string text) =>
        Places().Matches(text).Select(match => match.Groups[1].Value.Trim()).FirstOrDefault(name => All.All(field => field.Name != name));

    /// <summary>The text with its fields filled. Values are text: braces in them stay braces.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) => Places().Replace(text, match => values.GetValueOrDefault(match.Groups[1].Value.Trim(), match.Value));

    [GeneratedRegex(@"\{\{([^{}]*)\}\}")]
    private static partial Regex Places();
}

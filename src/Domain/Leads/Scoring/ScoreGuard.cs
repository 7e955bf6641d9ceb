using System.Text.RegularExpressions;
using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Leads.Scoring;

/// <summary>
/// What no score may use: the bases on which a creditor may not discriminate (Regulation B, 12 CFR 1002.2(z) and 1002.4(a); Fair Housing Act, 42 USC
/// 3605(a)), and facts that stand in for them.
/// </summary>
public static partial class ScoreGuard
{
    private static readonly Dictionary<string, string> forbidden = new(StringComparer.Ordinal)
    {
        ["race"] = "a prohibited basis (12 CFR 1002.2(z))", ["color"] = "a prohibited basis (12 CFR 1002.2(z))", ["ethnicity"] = "a prohibited basis (12 CFR 1002.2(z))",
        ["religion"] = "a prohibited basis (12 CFR 1002.2(z))", ["national"] = "a prohibited basis (12 CFR 1002.2(z))", ["origin"] = "a prohibited basis (12 CFR 1002.2(z))",
        ["sex"] = "a prohibited basis (12 CFR 1002.2(z))", ["gender"] = "a prohibited basis (12 CFR 1002.2(z))", ["pronoun"] = "stands in for sex",
        ["marital"] = "a prohibited basis (12 CFR 1002.2(z))", ["married"] = "a prohibited basis (12 CFR 1002.2(z))", ["spouse"] = "stands in for marital status",
        ["maiden"] = "stands in for marital status", ["age"] = "a prohibited basis (12 CFR 1002.2(z))", ["birth"] = "stands in for age", ["birthday"] = "stands in for age",
        ["retired"] = "stands in for age", ["assistance"] = "a prohibited basis: public assistance (12 CFR 1002.2(z))", ["welfare"] = "public assistance (12 CFR 1002.2(z))",
        ["snap"] = "public assistance (12 CFR 1002.2(z))", ["section8"] = "public assistance (12 CFR 1002.2(z))", ["complaint"] = "the exercise of a right (12 CFR 1002.2(z))",
        ["dispute"] = "the exercise of a right (12 CFR 1002.2(z))", ["disability"] = "a prohibited basis (42 USC 3605)", ["handicap"] = "a prohibited basis (42 USC 3605)",
        ["familial"] = "a prohibited basis (42 USC 3605)", ["family"] = "stands in for familial status", ["children"] = "stands in for familial status", ["pregnant"] = "stands in for familial status",
        ["childbearing"] = "a prohibited inquiry (12 CFR 1002.5(d)(3))", ["citizenship"] = "stands in for national origin", ["immigration"] = "stands in for national origin",
        ["language"] = "stands in for national origin", ["accent"] = "stands in for national origin", ["name"] = "stands in for national origin", ["surname"] = "stands in for national origin",
        ["zip"] = "stands in for race (redlining)", ["postal"] = "stands in for race (redlining)", ["tract"] = "stands in for race (redlining)", ["neighborhood"] = "stands in for race (redlining)",
        ["address"] = "stands in for race (redlining)", ["street"] = "stands in for race (redlining)", ["city"] = "stands in for race (redlining)", ["county"] = "stands in for race (redlining)",
        ["photo"] = "shows race and sex", ["church"] = "stands in for religion",
    };

    /// <summary>Words that no input of a score may have in its name.</summary>
    public static IReadOnlyCollection<string> Forbidden => forbidden.Keys;

    /// <summary>Why a fact of that name may not be scored; null when it may.</summary>
    /// <param name="name">Name of a field, in any spelling: "MaritalStatus", "zip_code", "nationalorigin".</param>
    public static Refusal? Refuse(string name)
    {
        var words = Word().Matches(name).Select(match => match.Value.ToLowerInvariant()).ToList();
        var run = string.Concat(words);
        var found = forbidden.Keys.FirstOrDefault(word => words.Contains(word) || (word.Length >= LongEnough && run.Contains(word, StringComparison.Ordinal)));
        return found is null ? null : new Refusal("leads.not-to-be-scored", $"“{name}” cannot be part of a score: “{found}” is {forbidden[found]}.");
    }

    // Short words stand inside innocent ones ("age" in "page"); longer ones are found in names without gaps too.
    private const int LongEnough = 5;

    [GeneratedRegex("[A-Z]?[a-z]+[0-9]*|[A-Z]+(?![a-z])|[0-9]+")]
    private static partial Regex Word();
}

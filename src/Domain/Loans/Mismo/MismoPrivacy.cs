using System.Text.RegularExpressions;

namespace CrmStudio.Domain.Loans.Mismo;

/// <summary>
/// What of a file nobody here may see and nothing here may keep: social security and account numbers, birth dates, who the applicants are
/// (12 CFR 1002.5, 1003 appendix B), and secrets. It is taken out before anything else looks at the file; that it was there is reported.
/// </summary>
public static partial class MismoPrivacy
{
    /// <summary>What stands in the place of a value that was taken out.</summary>
    public const string Removed = "removed";

    private const string Demographics = "who an applicant is must not be seen where credit is decided";
    private const string Identity = "identity and account numbers are not kept here";

    private static readonly HashSet<string> applicants = new(StringComparer.Ordinal)
    {
        "BorrowerBirthDate", "BorrowerAgeAtApplicationYearsCount", "CreditFileBorrowerAgeYearsCount", "DependentAgeYearsCount", "DependentCount", "MaritalStatusType", "MaritalStatusTypeOtherDescription",
        "DomesticRelationshipIndicator", "DomesticRelationshipStateCode", "DomesticRelationshipType", "DomesticRelationshipTypeOtherDescription", "VABorrowerCoBorrowerMarriedIndicator",
    };

    private static readonly string[] secrets =
        ["TaxpayerIdentifierValue", "SocialInsuranceNumber", "SSN", "BirthDate", "AccountIdentifier", "AccountNumber", "Passport", "DriversLicense", "Password", "CreditReportIdentifier", "RoutingNumber"];

    /// <summary>Takes it out of a file.</summary>
    /// <param name="message">The file.</param>
    /// <param name="losses">Where it is reported.</param>
    public static void Clean(MismoElement message, MismoLosses losses)
    {
        foreach (var element in message.All())
        {
            if (Local(element) is "GOVERNMENT_MONITORING" or "HMDA_ETHNICITIES" or "HMDA_RACES" or "DEPENDENTS")
            {
                if (element.All().Any(below => below.Text.Length > 0)) Remove(element, Demographics, losses);
                element.Empty();
            }
            else if (element.Text.Length > 0 && ReasonOf(element) is { } why)
                Remove(element, why, losses);
        }
    }

    private static void Remove(MismoElement element, string why, MismoLosses losses)
    {
        losses.Add(MismoLossKind.Removed, element.Path, null, why, element.Line);
        (element.Text, element.IsTaken) = (Removed, true);
    }

    private static string? ReasonOf(MismoElement element)
    {
        var name = Local(element);
        if (applicants.Contains(name)) return Demographics;
        if (secrets.Any(secret => name.Contains(secret, StringComparison.Ordinal)) && !name.EndsWith("Type", StringComparison.Ordinal) && !name.EndsWith("Indicator", StringComparison.Ordinal)) return Identity;
        return element.Text == Removed || LooksLikeSsn().IsMatch(element.Text) ? "it reads like a social security number" : null;
    }

    private static string Local(MismoElement element) => element.Name[(element.Name.IndexOf(':', StringComparison.Ordinal) + 1)..];

    [GeneratedRegex(@"(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)", RegexOptions.None, 250)]
    private static partial Regex LooksLikeSsn();
}

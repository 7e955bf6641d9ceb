namespace CrmStudio.Domain.Loans.Hmda;

/// <summary>The edits about who an applicant is, where a record can still break them: <see cref="DemographicRules"/> keeps out the rest.</summary>
public static class DemographicEdits
{
    private const string Point = "12 CFR 1003.4(a)(10)";

    /// <summary>What everybody may be told: that nothing was collected. It says nothing of an answer.</summary>
    /// <param name="name">The borrower's name.</param>
    /// <param name="isFirst">Whether it is the first borrower; the register takes the first co-borrower only.</param>
    public static HmdaFinding Missing(string name, bool isFirst) => new(
        isFirst ? "V628-1" : "V631-1", $"Demographic information of {name}", "It was not collected. It is asked for with every application; “not provided” is an answer too.", Point);

    /// <summary>What only who may read the answers may be told.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="name">The borrower's name.</param>
    /// <param name="isFirst">Whether it is the first borrower.</param>
    /// <param name="terms">What else the register says.</param>
    public static IReadOnlyList<HmdaFinding> Check(DemographicAnswers answers, string name, bool isFirst, HmdaTerms terms)
    {
        var found = new List<HmdaFinding>();
        if (!answers.IsNobody && answers.Age is null) Add(isFirst ? "V651-1" : "V652-1", "Age", "The age is missing.");
        if (answers.IsNobody && answers.Age is not null) Add(isFirst ? "V651-2" : "V652-2", "Age", "Who is no natural person has no age.");
        if (answers.IsNobody && terms.IncomeThousands is not null) Add(isFirst ? "V655-1" : "V655-2", "Income", "Who is no natural person has no income to report.");
        if (answers.IsNobody && isFirst && terms.CreditScore is not null) Add("V668-1", "Credit score", "Who is no natural person has no score to report.");
        if (answers.Age is < 18 or > 100) Add(isFirst ? "Q614-1" : "Q614-2", "Age", "An age is usually between 18 and 100.");
        if (isFirst && terms.IsReverse && answers.Age is < 62) Add("Q622", "Age", "A reverse mortgage usually has a borrower of 62 or more.");
        return found;

        void Add(string edit, string field, string message) => found.Add(new HmdaFinding(edit, $"{field} of {name}", message, Point));
    }
}

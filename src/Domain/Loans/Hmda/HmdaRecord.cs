using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance;

namespace CrmStudio.Domain.Loans.Hmda;

/// <summary>
/// What the loan/application register asks of a loan and the loan does not say elsewhere. Demographic information is not kept here: it
/// belongs apart from everything an officer or a score can see.
/// </summary>
public sealed class HmdaRecord : Entity
{
    private HmdaRecord() { }

    /// <summary>An empty record of a loan.</summary>
    public HmdaRecord(Guid loanId) => LoanId = loanId;

    /// <summary>The loan; one record each.</summary>
    public Guid LoanId { get; private set; }

    /// <summary>What it says.</summary>
    public HmdaTerms Terms { get; private set; } = new();

    /// <summary>
    /// Whether the integrated disclosures are not due on such a loan: open-end lines, reverse mortgages and business purposes
    /// (12 CFR 1026.19(e)(1)(i), 1026.3(a)).
    /// </summary>
    public bool IsTridExempt => Terms.IsOpenEnd || Terms.IsReverse || Terms.IsBusinessPurpose;

    /// <summary>Changes it. Only what cannot be stored is refused; what the register would not take is found by <see cref="HmdaEdits"/>.</summary>
    public Outcome Set(HmdaTerms terms)
    {
        if (terms.Uli is { Length: > CheckDigits.UliMaxLength }) return Refusal.Invalid(nameof(terms.Uli), $"A ULI has at most {CheckDigits.UliMaxLength} characters.");
        if (terms.TotalUnits is < 1 or > 10_000) return Refusal.Invalid(nameof(terms.TotalUnits), "There are between 1 and 10,000 units.");
        if (terms.County is { Length: > 5 }) return Refusal.Invalid(nameof(terms.County), "A county has a five-digit code.");
        if (terms.CensusTract is { Length: > 11 }) return Refusal.Invalid(nameof(terms.CensusTract), "A census tract has eleven digits.");
        if (terms.IncomeThousands is < 0 or > 100_000) return Refusal.Invalid(nameof(terms.IncomeThousands), "Write the income in thousands: 84 for $84,000.");
        if (terms.RateSpread is < -25 or > 25) return Refusal.Invalid(nameof(terms.RateSpread), "A rate spread lies between −25 and 25 points.");
        if (terms.CreditScore is < 0 or > 999) return Refusal.Invalid(nameof(terms.CreditScore), "A credit score lies between 0 and 999.");
        if (terms.DebtToIncome is < 0 or > 999) return Refusal.Invalid(nameof(terms.DebtToIncome), "A ratio lies between 0 and 999 %.");
        if (terms.IntroductoryMonths is < 1 or > 600) return Refusal.Invalid(nameof(terms.IntroductoryMonths), "A period lies between 1 and 600 months.");
        if (terms.PrepaymentPenaltyMonths is < 1 or > 600) return Refusal.Invalid(nameof(terms.PrepaymentPenaltyMonths), "A period lies between 1 and 600 months.");
        if (terms.NmlsrId is { Length: > 12 } || terms.NmlsrId?.All(char.IsAsciiDigit) is false) return Refusal.Invalid(nameof(terms.NmlsrId), "An NMLSR identifier is a number of at most 12 digits.");

        Terms = terms;
        return Outcome.Done;
    }
}

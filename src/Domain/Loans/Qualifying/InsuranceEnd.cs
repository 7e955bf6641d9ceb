namespace CrmStudio.Domain.Loans.Qualifying;

/// <summary>When mortgage insurance can end.</summary>
/// <param name="Label">Which end.</param>
/// <param name="AfterPayment">After this many payments.</param>
/// <param name="On">The day of that payment; null while the first payment's day is not known.</param>
/// <param name="Citation">The paragraph.</param>
public sealed record InsuranceEnd(string Label, int AfterPayment, DateOnly? On, string Citation)
{
    /// <summary>
    /// The ends of mortgage insurance on schedule: for conventional loans on the original value by the Homeowners Protection Act, for FHA
    /// by the life of the premium; none for others or without insurance.
    /// </summary>
    /// <param name="sheet">The worksheet.</param>
    /// <param name="value">Original value: the lower of price and appraised value.</param>
    /// <param name="rules">The numbers.</param>
    public static IReadOnlyList<InsuranceEnd> Of(Worksheet sheet, decimal? value, QualifyingRules rules)
    {
        if (sheet.Terms is not { Amount: { } amount, NoteRate: { } rate, TermMonths: { } months, MortgageType: { } type } || value is not > 0) return [];

        var schedule = new Amortization(amount, rate, months);
        if (type == MortgageType.Fha)
        {
            var years = (int)rules.FhaYears;
            var isWholeTerm = new LoanToValue(amount, value.Value).Raw > rules.FhaWholeTermAbove;
            return [End(isWholeTerm ? "FHA premium, the whole term" : $"FHA premium, {years} years", isWholeTerm ? months : Math.Min(months, years * 12), "HUD Handbook 4000.1, App. 1.0")];
        }
        if (type != MortgageType.Conventional || sheet.Housing.MortgageInsurance is not > 0) return [];

        var ends = new List<InsuranceEnd>();
        if (schedule.PaymentsUntil(rules.InsuranceEndsOnRequest, value.Value) is { } onRequest) ends.Add(End($"On request, at {rules.InsuranceEndsOnRequest:0.##} %", onRequest, "12 USC 4902(a)"));
        if (schedule.PaymentsUntil(rules.InsuranceEndsByItself, value.Value) is { } byItself) ends.Add(End($"By itself, at {rules.InsuranceEndsByItself:0.##} %", byItself, "12 USC 4902(b)"));
        ends.Add(End("At the latest, at the midpoint", months / 2, "12 USC 4902(c)"));
        return ends;

        InsuranceEnd End(string label, int payment, string citation) => new(label, payment, sheet.Costs.FirstPaymentOn?.AddMonths(payment - 1), citation);
    }
}

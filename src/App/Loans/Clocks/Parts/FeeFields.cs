using System.Globalization;
using CrmStudio.App.Kit.MoneyField;
using CrmStudio.App.Loans.Parts;
using CrmStudio.Domain.Loans.Clocks;

namespace CrmStudio.App.Loans.Clocks.Parts;

/// <summary>The fields of a fee, as two people may both have changed them.</summary>
public static class FeeFields
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    public static IReadOnlyList<MergeField<FeeTerms>> All { get; } =
    [
        new("Section", fee => fee.Section, fee => ClockWords.Of(fee.Section), (fee, other) => fee with { Section = other.Section }),
        new("Fee", fee => fee.Name, fee => fee.Name, (fee, other) => fee with { Name = other.Name }),
        new("Paid to", fee => string.IsNullOrWhiteSpace(fee.PaidTo) ? null : fee.PaidTo.Trim(), fee => string.IsNullOrWhiteSpace(fee.PaidTo) ? "nobody" : fee.PaidTo, (fee, other) => fee with { PaidTo = other.PaidTo }),
        new("Tolerance", fee => fee.Bucket, fee => ClockWords.Of(fee.Bucket), (fee, other) => fee with { Bucket = other.Bucket }),
        new("Estimated, $", fee => fee.Estimated, fee => Amount(fee.Estimated), (fee, other) => fee with { Estimated = other.Estimated }),
        new("Charged, $", fee => fee.Charged, fee => Amount(fee.Charged), (fee, other) => fee with { Charged = other.Charged }),
        new("Imposed on", fee => fee.ImposedOn, fee => fee.ImposedOn?.ToString("MMM d, yyyy", english) ?? "not yet", (fee, other) => fee with { ImposedOn = other.ImposedOn }),
        new("It is the fee of a credit report", fee => fee.IsCreditReport, fee => fee.IsCreditReport ? "Yes" : "No", (fee, other) => fee with { IsCreditReport = other.IsCreditReport }),
    ];

    private static string Amount(decimal? dollars) => dollars is { } known ? Dollars.Full(known) : "not known";
}

using CrmStudio.Domain.Loans.Papers;

namespace CrmStudio.Domain.Loans;

/// <summary>What documents and conditions ask the loan itself.</summary>
public sealed partial class Loan
{
    private IReadOnlyList<OpenCondition>? openConditions;

    /// <summary>
    /// The day the first Loan Estimate was delivered or mailed; null before. Until then documents that verify the application cannot be
    /// required (12 CFR 1026.19(e)(2)(iii)).
    /// </summary>
    public DateOnly? EstimateSentOn { get; private set; }

    /// <summary>The conditions that are not settled, as read for this piece of work.</summary>
    /// <exception cref="InvalidOperationException">They were not read: a gate must not guess.</exception>
    public IReadOnlyList<OpenCondition> OpenConditions => openConditions ?? throw new InvalidOperationException("The conditions of this loan were not read before it was asked about them.");

    /// <summary>Notes that the Loan Estimate went out. The first day counts.</summary>
    public void SendEstimate(DateOnly on) => EstimateSentOn = EstimateSentOn is { } known && known < on ? known : on;

    /// <summary>Takes back that a Loan Estimate went out: its record was an error.</summary>
    public void TakeBackEstimate() => EstimateSentOn = null;

    /// <summary>Tells the loan which of its conditions are not settled, before it is moved.</summary>
    public void KnowConditions(IReadOnlyList<OpenCondition> open) => openConditions = open;
}

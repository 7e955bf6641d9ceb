namespace CrmStudio.Domain.Leads.Scoring;

/// <summary>A lead that ended, as weights are learned from it.</summary>
/// <param name="Inputs">What it gave for every input when it ended.</param>
/// <param name="BecameLoan">Whether it became a loan.</param>
public sealed record ClosedLead(double[] Inputs, bool BecameLoan);

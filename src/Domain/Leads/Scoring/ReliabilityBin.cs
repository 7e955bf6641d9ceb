namespace CrmStudio.Domain.Leads.Scoring;

/// <summary>Leads with scores of one span of ten points.</summary>
/// <param name="From">Lowest score of the span.</param>
/// <param name="Count">How many.</param>
/// <param name="Said">Their mean score; null for none.</param>
/// <param name="Came">How many in a hundred became loans; null for none.</param>
public sealed record ReliabilityBin(int From, int Count, double? Said, double? Came);

namespace CrmStudio.Domain.Loans.Credit;

/// <summary>What one bureau answered.</summary>
/// <param name="Bureau">The bureau.</param>
/// <param name="Score">The score; null where the bureau could give none: too little credit, or a frozen file.</param>
public sealed record ScoreLine(CreditBureau Bureau, int? Score);

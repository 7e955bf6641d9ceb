namespace CrmStudio.Infrastructure.Loans;

/// <summary>One line of a disbursement sheet.</summary>
/// <param name="Name">Who gets it.</param>
/// <param name="As">As whom.</param>
/// <param name="Percent">Percent.</param>
/// <param name="Amount">Dollars.</param>
public sealed record CommissionSheetPart(string Name, string As, decimal Percent, decimal Amount);

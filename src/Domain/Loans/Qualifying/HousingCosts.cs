namespace CrmStudio.Domain.Loans.Qualifying;

/// <summary>Monthly costs of the property besides principal and interest, in dollars; null where not known yet.</summary>
/// <param name="Taxes">Property taxes.</param>
/// <param name="Hazard">Homeowner's insurance.</param>
/// <param name="Flood">Flood insurance.</param>
/// <param name="MortgageInsurance">Mortgage insurance.</param>
/// <param name="Association">Association dues and assessments.</param>
/// <param name="GroundRent">Ground rent.</param>
/// <param name="SubordinatePayment">Payment of subordinate financing.</param>
/// <param name="Other">Anything else that belongs to the housing expense.</param>
/// <param name="PresentHousing">What the borrower's own home costs, where this property is not it.</param>
/// <param name="Rent">Gross monthly rent of this property.</param>
public sealed record HousingCosts(
    decimal? Taxes = null, decimal? Hazard = null, decimal? Flood = null, decimal? MortgageInsurance = null, decimal? Association = null,
    decimal? GroundRent = null, decimal? SubordinatePayment = null, decimal? Other = null, decimal? PresentHousing = null, decimal? Rent = null);

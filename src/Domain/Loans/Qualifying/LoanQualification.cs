using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Qualifying;

/// <summary>Housing costs and closing facts of a loan, as they are kept: one row a loan, apart from the row that lists read.</summary>
public sealed class LoanQualification : Entity
{
    /// <summary>Most rows of one kind on a sheet.</summary>
    public const int RowsLimit = 60;

    /// <summary>Longest name of an employer, creditor or bank.</summary>
    public const int NameMaxLength = 120;

    /// <summary>Largest sum accepted on the sheet, in dollars.</summary>
    public const decimal SumLimit = 100_000_000m;

    private LoanQualification() { }

    /// <summary>Begins the sheet of a loan.</summary>
    public LoanQualification(Guid loanId) => LoanId = loanId;

    /// <summary>The loan.</summary>
    public Guid LoanId { get; private set; }

    /// <summary>Property taxes a month, in dollars.</summary>
    public decimal? Taxes { get; private set; }

    /// <summary>Homeowner's insurance a month, in dollars.</summary>
    public decimal? Hazard { get; private set; }

    /// <summary>Flood insurance a month, in dollars.</summary>
    public decimal? Flood { get; private set; }

    /// <summary>Mortgage insurance a month, in dollars.</summary>
    public decimal? MortgageInsurance { get; private set; }

    /// <summary>Association dues a month, in dollars.</summary>
    public decimal? Association { get; private set; }

    /// <summary>Ground rent a month, in dollars.</summary>
    public decimal? GroundRent { get; private set; }

    /// <summary>Payment of subordinate financing a month, in dollars.</summary>
    public decimal? SubordinatePayment { get; private set; }

    /// <summary>Other housing expense a month, in dollars.</summary>
    public decimal? OtherHousing { get; private set; }

    /// <summary>Cost of the borrower's own home a month, where the property is not it, in dollars.</summary>
    public decimal? PresentHousing { get; private set; }

    /// <summary>Gross rent of the property a month, in dollars.</summary>
    public decimal? Rent { get; private set; }

    /// <summary>Insurance, guarantee or funding fee added to the loan, in dollars.</summary>
    public decimal? FinancedInsurance { get; private set; }

    /// <summary>Prepaid finance charges, in dollars.</summary>
    public decimal? PrepaidFinanceCharges { get; private set; }

    /// <summary>What the borrower brings to closing, in dollars.</summary>
    public decimal? CashToClose { get; private set; }

    /// <summary>Full limit of a subordinate credit line, in dollars.</summary>
    public decimal? CreditLineLimit { get; private set; }

    /// <summary>When the first payment is due.</summary>
    public DateOnly? FirstPaymentOn { get; private set; }

    /// <summary>Whether the prepaid finance charges are complete.</summary>
    public bool AllFeesEntered { get; private set; }

    /// <summary>The monthly costs.</summary>
    public HousingCosts Housing() => new(Taxes, Hazard, Flood, MortgageInsurance, Association, GroundRent, SubordinatePayment, OtherHousing, PresentHousing, Rent);

    /// <summary>The facts of the closing.</summary>
    public ClosingFacts Costs() => new(FinancedInsurance, PrepaidFinanceCharges, CashToClose, CreditLineLimit, FirstPaymentOn, AllFeesEntered);

    /// <summary>Takes housing costs and closing facts from a sheet.</summary>
    public void Write(Worksheet sheet)
    {
        var housing = sheet.Housing;
        (Taxes, Hazard, Flood, MortgageInsurance, Association) = (housing.Taxes, housing.Hazard, housing.Flood, housing.MortgageInsurance, housing.Association);
        (GroundRent, SubordinatePayment, OtherHousing, PresentHousing, Rent) = (housing.GroundRent, housing.SubordinatePayment, housing.Other, housing.PresentHousing, housing.Rent);
        var costs = sheet.Costs;
        (FinancedInsurance, PrepaidFinanceCharges, CashToClose, CreditLineLimit) = (costs.FinancedInsurance, costs.PrepaidFinanceCharges, costs.CashToClose, costs.CreditLineLimit);
        (FirstPaymentOn, AllFeesEntered) = (costs.FirstPaymentOn, costs.AllFeesEntered);
    }
}

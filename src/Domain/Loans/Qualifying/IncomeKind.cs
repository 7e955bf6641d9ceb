namespace CrmStudio.Domain.Loans.Qualifying;

/// <summary>Where qualifying income comes from.</summary>
public enum IncomeKind
{
    /// <summary>Base pay.</summary>
    Base,

    /// <summary>Overtime.</summary>
    Overtime,

    /// <summary>Bonus.</summary>
    Bonus,

    /// <summary>Commission.</summary>
    Commission,

    /// <summary>Self-employment, after the cash-flow analysis.</summary>
    SelfEmployed,

    /// <summary>Dividends and interest.</summary>
    DividendsInterest,

    /// <summary>Net income of other rented property. A loss is written as a liability.</summary>
    NetRental,

    /// <summary>Retirement, pension and social security.</summary>
    Retirement,

    /// <summary>Alimony or child support received, where the borrower wishes it to be considered (12 CFR 1002.5(d)(2)).</summary>
    Support,

    /// <summary>Anything else that is stable and documented.</summary>
    Other,
}

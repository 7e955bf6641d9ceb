namespace CrmStudio.Domain.Loans.Hmda;

/// <summary>Type of purchaser (12 CFR 1003.4(a)(11)), with the codes of the register.</summary>
public enum HmdaPurchaser
{
    /// <summary>Not sold in the calendar year, or nothing to sell.</summary>
    None = 0,

    /// <summary>Fannie Mae.</summary>
    FannieMae = 1,

    /// <summary>Ginnie Mae.</summary>
    GinnieMae = 2,

    /// <summary>Freddie Mac.</summary>
    FreddieMac = 3,

    /// <summary>Farmer Mac.</summary>
    FarmerMac = 4,

    /// <summary>A private securitizer.</summary>
    PrivateSecuritizer = 5,

    /// <summary>A commercial bank, savings bank or savings association.</summary>
    Bank = 6,

    /// <summary>A credit union, mortgage company or finance company.</summary>
    MortgageCompany = 71,

    /// <summary>A life insurance company.</summary>
    LifeInsurer = 72,

    /// <summary>An affiliate.</summary>
    Affiliate = 8,

    /// <summary>Another purchaser.</summary>
    Other = 9,
}

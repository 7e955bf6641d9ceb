namespace CrmStudio.Domain.Loans;

/// <summary>The six pieces that make an application (12 CFR 1026.2(a)(3)(ii)), in the order of the regulation.</summary>
public enum ApplicationPiece
{
    /// <summary>The consumer's name.</summary>
    Name,

    /// <summary>The consumer's income.</summary>
    Income,

    /// <summary>The social security number to get a credit report with. Only that it came is kept here, never the number.</summary>
    SocialSecurityNumber,

    /// <summary>The address of the property.</summary>
    PropertyAddress,

    /// <summary>An estimate of the property's value.</summary>
    EstimatedValue,

    /// <summary>The loan amount sought.</summary>
    LoanAmount,
}

namespace CrmStudio.Domain.Loans;

/// <summary>Who stands behind the loan.</summary>
public enum MortgageType
{
    /// <summary>Conventional (HMDA 1).</summary>
    Conventional,

    /// <summary>Insured by the FHA (HMDA 2).</summary>
    Fha,

    /// <summary>Guaranteed by the VA (HMDA 3).</summary>
    Va,

    /// <summary>USDA Rural Development (HMDA 4).</summary>
    Usda,

    /// <summary>Non-QM, HELOC and others.</summary>
    Other,
}

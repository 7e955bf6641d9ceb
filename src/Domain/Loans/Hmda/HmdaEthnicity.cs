namespace CrmStudio.Domain.Loans.Hmda;

/// <summary>Ethnicity (12 CFR 1003.4(a)(10)(i)), with the codes of the register.</summary>
public enum HmdaEthnicity
{
    /// <summary>Hispanic or Latino.</summary>
    HispanicOrLatino = 1,

    /// <summary>Mexican.</summary>
    Mexican = 11,

    /// <summary>Puerto Rican.</summary>
    PuertoRican = 12,

    /// <summary>Cuban.</summary>
    Cuban = 13,

    /// <summary>Other Hispanic or Latino; the applicant may name it.</summary>
    OtherHispanicOrLatino = 14,

    /// <summary>Not Hispanic or Latino.</summary>
    NotHispanicOrLatino = 2,

    /// <summary>Not provided by the applicant in a mail, internet or telephone application.</summary>
    NotProvided = 3,

    /// <summary>Not applicable: the applicant is no natural person.</summary>
    NotApplicable = 4,
}

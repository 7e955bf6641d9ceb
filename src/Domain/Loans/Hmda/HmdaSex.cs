namespace CrmStudio.Domain.Loans.Hmda;

/// <summary>Sex (12 CFR 1003.4(a)(10)(i)), with the codes of the register.</summary>
public enum HmdaSex
{
    /// <summary>Male.</summary>
    Male = 1,

    /// <summary>Female.</summary>
    Female = 2,

    /// <summary>Not provided by the applicant in a mail, internet or telephone application.</summary>
    NotProvided = 3,

    /// <summary>Not applicable: the applicant is no natural person.</summary>
    NotApplicable = 4,

    /// <summary>The applicant chose both.</summary>
    Both = 6,
}

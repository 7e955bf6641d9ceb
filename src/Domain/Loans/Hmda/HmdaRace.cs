namespace CrmStudio.Domain.Loans.Hmda;

/// <summary>Race (12 CFR 1003.4(a)(10)(i)), with the codes of the register.</summary>
public enum HmdaRace
{
    /// <summary>American Indian or Alaska Native; the applicant may name the tribe.</summary>
    AmericanIndianOrAlaskaNative = 1,

    /// <summary>Asian.</summary>
    Asian = 2,

    /// <summary>Asian Indian.</summary>
    AsianIndian = 21,

    /// <summary>Chinese.</summary>
    Chinese = 22,

    /// <summary>Filipino.</summary>
    Filipino = 23,

    /// <summary>Japanese.</summary>
    Japanese = 24,

    /// <summary>Korean.</summary>
    Korean = 25,

    /// <summary>Vietnamese.</summary>
    Vietnamese = 26,

    /// <summary>Other Asian; the applicant may name it.</summary>
    OtherAsian = 27,

    /// <summary>Black or African American.</summary>
    BlackOrAfricanAmerican = 3,

    /// <summary>Native Hawaiian or Other Pacific Islander.</summary>
    NativeHawaiianOrPacificIslander = 4,

    /// <summary>Native Hawaiian.</summary>
    NativeHawaiian = 41,

    /// <summary>Guamanian or Chamorro.</summary>
    GuamanianOrChamorro = 42,

    /// <summary>Samoan.</summary>
    Samoan = 43,

    /// <summary>Other Pacific Islander; the applicant may name it.</summary>
    OtherPacificIslander = 44,

    /// <summary>White.</summary>
    White = 5,

    /// <summary>Not provided by the applicant in a mail, internet or telephone application.</summary>
    NotProvided = 6,

    /// <summary>Not applicable: the applicant is no natural person.</summary>
    NotApplicable = 7,
}

namespace CrmStudio.Domain.Loans.Hmda;

/// <summary>Name and version of the credit scoring model (12 CFR 1003.4(a)(15)), with the codes of the register.</summary>
public enum HmdaScoreModel
{
    /// <summary>Equifax Beacon 5.0.</summary>
    EquifaxBeacon5 = 1,

    /// <summary>Experian Fair Isaac.</summary>
    ExperianFairIsaac = 2,

    /// <summary>FICO Risk Score Classic 04.</summary>
    FicoClassic04 = 3,

    /// <summary>FICO Risk Score Classic 98.</summary>
    FicoClassic98 = 4,

    /// <summary>VantageScore 2.0.</summary>
    Vantage2 = 5,

    /// <summary>VantageScore 3.0.</summary>
    Vantage3 = 6,

    /// <summary>More than one model.</summary>
    Several = 7,

    /// <summary>Another model.</summary>
    Other = 8,

    /// <summary>Not applicable.</summary>
    None = 9,

    /// <summary>FICO Score 9.</summary>
    Fico9 = 11,

    /// <summary>FICO Score 8.</summary>
    Fico8 = 12,

    /// <summary>FICO Score 10.</summary>
    Fico10 = 13,

    /// <summary>FICO Score 10 T.</summary>
    Fico10T = 14,

    /// <summary>VantageScore 4.0.</summary>
    Vantage4 = 15,
}

namespace CrmStudio.Domain.Loans.Credit;

/// <summary>The scoring model of a pull. One pull has one: the middle of scores of different models would mean nothing. Which scores a model gives is rule data.</summary>
public enum CreditModel
{
    /// <summary>Classic FICO: Equifax Beacon 5.0, Experian Fair Isaac V2, TransUnion Classic 04 (Fannie Mae Selling Guide B3-5.1-01).</summary>
    FicoClassic,

    /// <summary>FICO Score 10 T.</summary>
    Fico10T,

    /// <summary>VantageScore 4.0.</summary>
    Vantage4,

    /// <summary>VantageScore 3.0.</summary>
    Vantage3,

    /// <summary>VantageScore 2.0, on a scale of its own.</summary>
    Vantage2,
}

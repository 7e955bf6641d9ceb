namespace CrmStudio.Domain.Loans.Qualifying;

/// <summary>What a figure is measured in.</summary>
public enum FigureUnit
{
    /// <summary>US dollars.</summary>
    Dollars,

    /// <summary>Percent.</summary>
    Percent,

    /// <summary>Months.</summary>
    Months,

    /// <summary>So many times.</summary>
    Times,

    /// <summary>Points of a credit score.</summary>
    Points,
}

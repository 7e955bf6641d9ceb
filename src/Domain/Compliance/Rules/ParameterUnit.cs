namespace CrmStudio.Domain.Compliance.Rules;

/// <summary>What the value of a parameter is.</summary>
public enum ParameterUnit
{
    /// <summary>A plain number.</summary>
    Number,

    /// <summary>US dollars.</summary>
    Dollars,

    /// <summary>Percent of something.</summary>
    Percent,

    /// <summary>A distance between two percentages.</summary>
    PercentagePoints,

    /// <summary>A day of every year: "07-04", "11 Thu 4" for the fourth Thursday of November, "05 Mon last".</summary>
    Holiday,

    /// <summary>The lowest and the highest of a scale: "300-850".</summary>
    Range,

    /// <summary>An entry of a closed list: its value is the short word for it.</summary>
    Word,
}

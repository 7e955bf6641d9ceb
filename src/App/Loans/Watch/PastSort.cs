namespace CrmStudio.App.Loans.Watch;

/// <summary>What the funded loans are sorted by.</summary>
public enum PastSort
{
    /// <summary>The gain to the payoff date.</summary>
    Gain,

    /// <summary>The months until costs are back.</summary>
    Back,

    /// <summary>The day they funded.</summary>
    Funded,
}

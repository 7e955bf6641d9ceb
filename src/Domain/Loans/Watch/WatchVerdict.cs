namespace CrmStudio.Domain.Loans.Watch;

/// <summary>Whether somebody would gain from refinancing; if not, the first reason why.</summary>
public enum WatchVerdict
{
    /// <summary>They would: on the same payoff date they pay less, costs and insurance counted, and soon enough.</summary>
    Gains,

    /// <summary>No rate on the sheet is lower, and no insurance would fall.</summary>
    RateNotLower,

    /// <summary>What is saved to the end does not bring back the costs.</summary>
    CostsNotRecovered,

    /// <summary>The costs come back, but too late.</summary>
    BreakEvenTooLate,

    /// <summary>The programme's own test of benefit is not met.</summary>
    BenefitTooSmall,

    /// <summary>Too few payments were made for the programme.</summary>
    TooYoung,

    /// <summary>Too much is owed for the value.</summary>
    ValueTooLow,

    /// <summary>The sheet has no rate for the product.</summary>
    NoRate,

    /// <summary>The rates on the sheet are too old to compare with.</summary>
    RatesTooOld,

    /// <summary>Something is not known that the comparison needs.</summary>
    LacksFacts,

    /// <summary>The loan has no level schedule, or is paid off by it.</summary>
    NoSchedule,

    /// <summary>Somebody said that the loan is not watched any more.</summary>
    Stopped,
}

namespace CrmStudio.Domain.Loans.Clocks;

/// <summary>Where a date of a planned closing stands.</summary>
public enum PlanState
{
    /// <summary>Done, and in time for this closing.</summary>
    Done,

    /// <summary>Still to come.</summary>
    Ahead,

    /// <summary>Past, or too late for this closing.</summary>
    Missed,

    /// <summary>Does not apply to this loan, or no longer.</summary>
    None,
}

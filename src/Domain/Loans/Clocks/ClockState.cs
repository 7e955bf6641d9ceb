namespace CrmStudio.Domain.Loans.Clocks;

/// <summary>Where one clock stands.</summary>
public enum ClockState
{
    /// <summary>Done in time.</summary>
    Met,

    /// <summary>Running, with time to spare.</summary>
    Open,

    /// <summary>Running, and close to its end.</summary>
    Soon,

    /// <summary>Done too late, or not done.</summary>
    Broken,

    /// <summary>No longer needed: the loan ended first.</summary>
    Moot,
}

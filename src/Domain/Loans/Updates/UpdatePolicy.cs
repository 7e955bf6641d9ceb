using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Loans.Updates;

/// <summary>Whether an organization sends updates at all, and how long each waits. One row for each organization; none means off.</summary>
public sealed class UpdatePolicy : Entity
{
    /// <summary>Seconds an update waits unless said otherwise.</summary>
    public const int UsualWait = 60;

    /// <summary>Longest wait in seconds: an hour.</summary>
    public const int LongestWait = 3_600;

    private UpdatePolicy() { }

    /// <summary>Updates that are off. The policy takes the organization's id for its own, so that there is never a second one.</summary>
    public UpdatePolicy(Guid orgId) => Id = orgId;

    /// <summary>Whether updates go out.</summary>
    public bool IsOn { get; private set; }

    /// <summary>Seconds between the stage change and the mail, in which anybody on the loan can hold it back.</summary>
    public int WaitSeconds { get; private set; } = UsualWait;

    /// <summary>Turns updates on or off.</summary>
    public Outcome Set(bool isOn, int waitSeconds)
    {
        if (waitSeconds is < 0 or > LongestWait) return Refusal.Invalid(nameof(WaitSeconds), $"The wait lies between 0 and {LongestWait:N0} seconds.");
        (IsOn, WaitSeconds) = (isOn, waitSeconds);
        return Outcome.Done;
    }
}

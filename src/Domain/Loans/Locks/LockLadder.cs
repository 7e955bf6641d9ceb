namespace CrmStudio.Domain.Loans.Locks;

/// <summary>When people are told that a lock runs out.</summary>
public static class LockLadder
{
    /// <summary>
    /// The step that is due on a day, or null. A step whose day was missed is made up for by the nearest one that still says something, once;
    /// a step that lay behind when the last day was set is not told at all.
    /// </summary>
    /// <param name="steps">Days before the end.</param>
    /// <param name="expires">The last day of the lock.</param>
    /// <param name="since">The day on which that last day was set.</param>
    /// <param name="today">The day it is for the organization.</param>
    /// <param name="told">Steps that were told for this last day.</param>
    public static int? Due(IEnumerable<int> steps, DateOnly expires, DateOnly since, DateOnly today, IEnumerable<int> told)
    {
        var left = expires.DayNumber - today.DayNumber;
        if (left < 0) return null;
        var reached = steps.Where(step => step >= left).Order().Select(step => (int?)step).FirstOrDefault();
        return reached is { } due && expires.AddDays(-due) > since && told.All(step => step > due) ? reached : null;
    }
}

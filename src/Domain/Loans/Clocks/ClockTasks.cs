using CrmStudio.Domain.Contacts;

namespace CrmStudio.Domain.Loans.Clocks;

/// <summary>Turns what a clock asks for into tasks, once each, and finishes those the file shows to be done.</summary>
public static class ClockTasks
{
    /// <summary>Days before the last day on which somebody is reminded; −1 is the day after it.</summary>
    public static IReadOnlyList<int> ReminderDays { get; } = [10, 5, 2, 1, 0, -1];

    /// <summary>Keeps the tasks of a loan.</summary>
    /// <param name="clock">Its clock.</param>
    /// <param name="entityType">Table name of loans.</param>
    /// <param name="loan">The loan.</param>
    /// <param name="known">Its tasks so far that a clock made.</param>
    /// <param name="at">When.</param>
    /// <returns>The tasks that are new.</returns>
    public static IReadOnlyList<DueTask> Keep(LoanClock clock, string entityType, Loan loan, IReadOnlyList<DueTask> known, DateTimeOffset at)
    {
        var asked = clock.Lines().Where(line => line.IsTask).ToDictionary(line => line.Key, StringComparer.Ordinal);
        foreach (var task in known.Where(task => task.Origin is not null)) Keep(task, asked.GetValueOrDefault(task.Origin!), at);

        var made = known.Select(task => task.Origin).ToHashSet(StringComparer.Ordinal);
        return [.. asked.Values.Where(line => !IsDone(line) && !made.Contains(line.Key)).Select(line => new DueTask(entityType, loan.Id, line.Title, line.Day, null, line.Key))];
    }

    private static void Keep(DueTask task, ClockLine? line, DateTimeOffset at)
    {
        // What a person finished stays finished; what the file shows follows the file.
        if (task.DoneBy is not null) return;
        if (line is null || IsDone(line))
        {
            if (task.IsOpen) task.Finish(null, at);
            return;
        }
        if (!task.IsOpen) task.TakeUpAgain();
        if (task.DueOn != line.Day || task.Title != line.Title) task.Plan(line.Title, line.Day);
    }

    private static bool IsDone(ClockLine line) => line.MetOn is not null || line.State is ClockState.Met or ClockState.Moot;
}

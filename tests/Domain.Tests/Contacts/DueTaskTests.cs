using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;

namespace CrmStudio.Domain.Tests.Contacts;

public sealed class DueTaskTests
{
    private static readonly DateOnly monday = new(2026, 11, 30);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void A_task_without_words_is_refused(string title) => Assert.Equal(nameof(DueTask.Title), Write(new(title, monday)).Refusal?.Field);

    [Fact]
    public void A_title_ends_at_its_limit()
    {
        Assert.True(Write(new(new string('x', DueTask.TitleMaxLength), monday)).IsDone);
        Assert.Equal(nameof(DueTask.Title), Write(new(new string('x', DueTask.TitleMaxLength + 1), monday)).Refusal?.Field);
    }

    [Fact]
    public void A_task_without_a_day_is_refused() => Assert.Equal(nameof(DueTask.DueOn), Write(new("Call", null)).Refusal?.Field);

    [Fact]
    public void What_is_done_once_does_not_come_back() => Assert.Null(Write(new("Call", monday)).Value!.Following(monday));

    [Theory]
    [InlineData(TaskRepeat.Daily, "2026-11-30", "2026-12-01")]
    [InlineData(TaskRepeat.Workdays, "2026-12-04", "2026-12-07")]
    [InlineData(TaskRepeat.Weekly, "2026-11-30", "2026-12-07")]
    [InlineData(TaskRepeat.EveryOtherWeek, "2026-11-30", "2026-12-14")]
    [InlineData(TaskRepeat.Monthly, "2027-01-31", "2027-02-28")]
    [InlineData(TaskRepeat.Quarterly, "2026-11-30", "2027-02-28")]
    [InlineData(TaskRepeat.Yearly, "2028-02-29", "2029-02-28")]
    public void What_comes_back_comes_on_its_next_day(TaskRepeat repeat, string due, string next)
    {
        var task = Write(new("Call", DateOnly.Parse(due), Repeat: repeat)).Value!;
        Assert.Equal(DateOnly.Parse(next), task.Following(task.DueOn)!.DueOn);
    }

    [Fact]
    public void A_month_that_is_too_short_does_not_shorten_those_after_it()
    {
        var january = Write(new("Statement", new(2027, 1, 31), Repeat: TaskRepeat.Monthly)).Value!;
        var february = january.Following(january.DueOn)!;
        Assert.Equal(new DateOnly(2027, 3, 31), february.Following(february.DueOn)!.DueOn);
    }

    [Fact]
    public void Missed_weeks_are_not_made_up_for()
    {
        var task = Write(new("Call", monday, Repeat: TaskRepeat.Weekly)).Value!;
        Assert.Equal(monday.AddDays(28), task.Following(monday.AddDays(22))!.DueOn);
    }

    [Fact]
    public void A_reminder_comes_along()
    {
        var at = new DateTimeOffset(2026, 11, 30, 14, 0, 0, TimeSpan.Zero);
        Assert.Equal(at.AddDays(7), Write(new("Call", monday, Repeat: TaskRepeat.Weekly, RemindAt: at)).Value!.Following(monday)!.RemindAt);
    }

    [Fact]
    public void A_sequence_counts_workdays_from_its_start()
    {
        var sequence = TaskSequence.Write("New lead", [("Call", 0), ("Write", 1), ("  ", 2), ("Call again", 3)]).Value!;
        var friday = new DateOnly(2026, 12, 4);
        Assert.Equal([("Call", friday), ("Write", new(2026, 12, 7)), ("Call again", new(2026, 12, 9))],
            sequence.Start("leads", Guid.NewGuid(), null, friday).Select(task => (task.Title, task.DueOn)));
    }

    [Fact]
    public void A_sequence_has_between_one_step_and_its_limit()
    {
        Assert.False(TaskSequence.Write("Empty", []).IsDone);
        Assert.True(TaskSequence.Write("Full", [.. Enumerable.Repeat(("Call", 0), TaskSequence.StepLimit)]).IsDone);
        Assert.False(TaskSequence.Write("Too full", [.. Enumerable.Repeat(("Call", 0), TaskSequence.StepLimit + 1)]).IsDone);
        Assert.False(TaskSequence.Write("Too late", [("Call", TaskSequence.DayLimit + 1)]).IsDone);
    }

    private static Outcome<DueTask> Write(TaskPlan plan) => DueTask.Write("contacts", Guid.NewGuid(), plan);
}

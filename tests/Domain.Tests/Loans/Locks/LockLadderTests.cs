using CrmStudio.Domain.Loans.Locks;
using CrmStudio.Domain.Tests.Loans.Clocks;

namespace CrmStudio.Domain.Tests.Loans.Locks;

public sealed class LockLadderTests
{
    private static readonly IReadOnlyList<int> steps = LockPolicyTerms.Usual.AlertDays;

    [Fact]
    public void Each_step_of_a_lock_of_thirty_days_comes_on_its_day_and_once()
    {
        var (on, expires, told) = (Files.Day("2026-06-01"), Files.Day("2026-07-01"), new List<int>());
        var days = new List<int>();
        for (var today = on; today <= expires.AddDays(3); today = today.AddDays(1))
            for (var run = 0; run < 3; run++)
                if (LockLadder.Due(steps, expires, on, today, told) is { } step)
                {
                    told.Add(step);
                    days.Add(expires.DayNumber - today.DayNumber);
                }

        Assert.Equal([15, 10, 7, 5, 3, 1, 0], told);
        Assert.Equal([15, 10, 7, 5, 3, 1, 0], days);
    }

    [Fact]
    public void Steps_that_were_missed_are_made_up_for_by_the_nearest_alone()
    {
        var (on, expires) = (Files.Day("2026-06-01"), Files.Day("2026-07-01"));

        Assert.Equal(5, LockLadder.Due(steps, expires, on, expires.AddDays(-4), [15, 10]));
        Assert.Null(LockLadder.Due(steps, expires, on, expires.AddDays(-4), [15, 10, 5]));
        Assert.Null(LockLadder.Due(steps, expires, on, expires.AddDays(-4), [15, 10, 3]));   // told of a nearer one already
    }

    [Fact]
    public void Whoever_just_set_the_last_day_is_not_told_how_near_it_is()
    {
        var today = Files.Day("2026-06-20");

        Assert.Null(LockLadder.Due(steps, today.AddDays(7), today, today, []));
        Assert.Null(LockLadder.Due(steps, today.AddDays(7), today, today.AddDays(1), []));
        Assert.Equal(5, LockLadder.Due(steps, today.AddDays(7), today, today.AddDays(2), []));
    }

    [Fact]
    public void Without_steps_or_after_the_end_nobody_is_told()
    {
        var on = Files.Day("2026-06-01");

        Assert.Null(LockLadder.Due([], on.AddDays(30), on, on.AddDays(30), []));
        Assert.Null(LockLadder.Due(steps, on.AddDays(30), on, on.AddDays(31), []));
        Assert.Null(LockLadder.Due([3], on.AddDays(30), on, on.AddDays(26), []));
    }

    [Fact]
    public void Rules_are_written_for_today_or_ahead_with_their_source_and_in_order()
    {
        var (today, terms) = (Files.Day("2026-06-01"), LockPolicyTerms.Usual with { Days = [45, 15, 15], AlertDays = [0, 5, 20] });

        Assert.Equal("EffectiveOn", new LockPolicy(today.AddDays(-1)).Write(terms, "Memo", today, Files.Ana).Refusal?.Field);
        Assert.Equal("Source", new LockPolicy(today).Write(terms, " ", today, Files.Ana).Refusal?.Field);
        Assert.Equal("Days", new LockPolicy(today).Write(terms with { Days = [] }, "Memo", today, Files.Ana).Refusal?.Field);
        Assert.Equal("AlertDays", new LockPolicy(today).Write(terms with { AlertDays = [-1] }, "Memo", today, Files.Ana).Refusal?.Field);
        Assert.Equal("Extensions", new LockPolicy(today).Write(terms with { Extensions = [new(7, -0.1m)] }, "Memo", today, Files.Ana).Refusal?.Field);
        var policy = new LockPolicy(today);
        Assert.True(policy.Write(terms, " Memo ", today, Files.Ana).IsDone);
        Assert.Equal("Memo", policy.Source);
        Assert.Equal([15, 45], policy.Terms.Days);
        Assert.Equal([20, 5, 0], policy.Terms.AlertDays);
    }
}

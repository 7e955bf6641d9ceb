using Bunit;
using CrmStudio.App.Kit.Arrivals;

namespace CrmStudio.App.Tests.Kit;

public sealed class ArrivalsTests : BunitContext
{
    private readonly Guid one = Guid.CreateVersion7(), other = Guid.CreateVersion7();

    [Fact]
    public void No_pill_stands_where_nothing_waits_but_the_place_that_will_be_read_out()
    {
        var pill = Render<NewPill>(parameters => parameters.Add(p => p.Count, 0));

        Assert.Equal("", pill.Find("[role=status]").TextContent.Trim());
    }

    [Fact]
    public void The_pill_says_how_many_wait_and_asks_for_them_once_it_is_pressed()
    {
        var asked = 0;
        var pill = Render<NewPill>(parameters => parameters.Add(p => p.Count, 3).Add(p => p.OnShow, () => asked++));

        Assert.Equal("3 new", pill.Find("[role=status] button").TextContent);
        pill.Find("button").Click();

        Assert.Equal(1, asked);
    }

    [Fact]
    public void A_record_that_is_saved_twice_waits_once()
    {
        var arrivals = new Arrivals();

        arrivals.Hold(one);
        arrivals.Hold(one);
        arrivals.Hold(other);

        Assert.Equal(2, arrivals.Count);
        Assert.True(arrivals.Holds(one));
    }

    [Fact]
    public void What_left_again_or_was_shown_waits_no_more()
    {
        var arrivals = new Arrivals();
        arrivals.Hold(other);
        var read = arrivals.Waiting;   // a list is being read that does not hold it any more

        arrivals.Hold(one);
        arrivals.Forget(read);
        Assert.Equal((1, true, false), (arrivals.Count, arrivals.Holds(one), arrivals.Holds(other)));

        arrivals.Clear();
        Assert.Equal(0, arrivals.Count);
    }
}

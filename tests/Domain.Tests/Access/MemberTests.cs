using CrmStudio.Domain.Access;

namespace CrmStudio.Domain.Tests.Access;

public sealed class MemberTests
{
    private static Member Ana() => new(Guid.NewGuid(), "Ana", "Reyes", "ana@example.com", "America/New_York");

    [Fact]
    public void Nobody_disables_themselves()
    {
        var ana = Ana();

        Assert.Equal(AccessRefusals.NotYourself, ana.Disable(by: ana.Id).Refusal);
        Assert.Equal((MemberStatus.Active, 1L), (ana.Status, ana.AccessVersion));
    }

    [Fact]
    public void Every_change_of_access_is_noticed_by_open_pages()
    {
        var ana = Ana();

        ana.Disable(by: Guid.NewGuid());
        ana.Enable();
        ana.AccessChanged();

        Assert.Equal(4, ana.AccessVersion);
        Assert.Equal(3, ana.RaisedEvents.OfType<MemberAccessChanged>().Count());
    }

    [Fact]
    public void Disabling_twice_changes_nothing_the_second_time()
    {
        var ana = Ana();
        ana.Disable(by: Guid.NewGuid());

        Assert.True(ana.Disable(by: Guid.NewGuid()).IsDone);
        Assert.Equal(2, ana.AccessVersion);
    }

    [Fact]
    public void The_acting_member_never_changes_during_a_circuit()
    {
        var me = new CurrentMember();
        me.BecomeSystem(Guid.NewGuid(), "Test", "UTC");

        Assert.Throws<InvalidOperationException>(() => me.BecomeSystem(Guid.NewGuid(), "Other", "UTC"));
    }
}

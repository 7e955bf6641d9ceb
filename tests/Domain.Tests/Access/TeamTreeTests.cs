using CrmStudio.Domain.Access;

namespace CrmStudio.Domain.Tests.Access;

public sealed class TeamTreeTests
{
    private readonly Team region = new("Region");
    private readonly Team branch;
    private readonly Team elsewhere = new("Elsewhere");
    private readonly Guid ruth = Guid.NewGuid(), ana = Guid.NewGuid(), ben = Guid.NewGuid(), far = Guid.NewGuid();

    public TeamTreeTests() => branch = new Team("Branch", region.Id);

    [Fact]
    public void Somebody_in_no_team_sees_themselves_only() => Assert.Equal([ana], TeamTree.SeenBy(ana, [region, branch], [new(branch.Id, ben)]));

    [Fact]
    public void A_member_does_not_see_the_teams_below_their_own()
    {
        var seen = TeamTree.SeenBy(ruth, [region, branch], [new(region.Id, ruth), new(branch.Id, ana)]);

        Assert.DoesNotContain(ana, seen);
    }

    [Fact]
    public void A_lead_sees_every_team_below_and_nothing_beside()
    {
        var under = new Team("Desk", branch.Id);
        TeamMember[] places = [new(region.Id, ruth, leads: true), new(branch.Id, ana), new(under.Id, ben), new(elsewhere.Id, far)];

        Assert.Equal(new HashSet<Guid> { ruth, ana, ben }, TeamTree.SeenBy(ruth, [region, branch, under, elsewhere], places));
    }

    [Fact]
    public void Who_leads_one_team_and_sits_in_another_sees_below_the_first_only()
    {
        var under = new Team("Desk", elsewhere.Id);
        TeamMember[] places = [new(branch.Id, ruth, leads: true), new(branch.Id, ana), new(elsewhere.Id, ruth), new(elsewhere.Id, far), new(under.Id, ben)];

        Assert.Equal(new HashSet<Guid> { ruth, ana, far }, TeamTree.SeenBy(ruth, [region, branch, elsewhere, under], places));
    }

    [Fact]
    public void Colleagues_of_a_team_see_each_other()
    {
        TeamMember[] places = [new(branch.Id, ana), new(branch.Id, ben)];

        Assert.Equal(new HashSet<Guid> { ana, ben }, TeamTree.SeenBy(ana, [region, branch], places));
    }

    [Fact]
    public void A_tree_that_bites_its_own_tail_comes_to_an_end()
    {
        var id = Guid.CreateVersion7();
        var second = new Team("Second", id);
        var first = new Team("First", second.Id) { Id = id };

        Assert.Equal(new HashSet<Guid> { ruth, ana }, TeamTree.SeenBy(ruth, [first, second], [new(first.Id, ruth, leads: true), new(second.Id, ana)]));
    }
}

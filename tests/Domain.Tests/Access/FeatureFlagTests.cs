using CrmStudio.Domain.Access;

namespace CrmStudio.Domain.Tests.Access;

public sealed class FeatureFlagTests
{
    private static MemberAuthority Member(Guid? id = null, params Guid[] roles) => new()
    {
        OrgId = Guid.NewGuid(), OrgName = "Test", MemberId = id ?? Guid.NewGuid(), UserId = Guid.NewGuid(), Name = "Pat", TimeZone = "UTC", OrgTimeZone = "UTC", AccessVersion = 1,
        RoleIds = roles.ToHashSet(), Grants = new Dictionary<string, Scope>(), Team = new HashSet<Guid>(),
    };

    [Fact]
    public void A_flag_nobody_touched_is_off() => Assert.False(new FeatureFlag("x").IsOnFor(Member()));

    [Fact]
    public void The_kill_switch_beats_everything()
    {
        var member = Member();
        var flag = new FeatureFlag("x") { IsOn = true, IsKilled = true };
        flag.AddMember(member.MemberId);
        flag.AddPercentage(100);

        Assert.False(flag.IsOnFor(member));
    }

    [Fact]
    public void A_role_and_a_member_are_told_apart()
    {
        var id = Guid.NewGuid();
        var forRole = new FeatureFlag("x");
        forRole.AddRole(id);
        var forMember = new FeatureFlag("x");
        forMember.AddMember(id);

        Assert.Equal((true, false), (forRole.IsOnFor(Member(roles: id)), forRole.IsOnFor(Member(id))));
        Assert.Equal((false, true), (forMember.IsOnFor(Member(roles: id)), forMember.IsOnFor(Member(id))));
    }

    [Fact]
    public void Whoever_is_in_stays_in_when_the_share_grows()
    {
        var members = Enumerable.Range(1, 400).Select(n => Member(new Guid(n, 0, 0, new byte[8]))).ToList();
        HashSet<Guid> before = [];

        for (var share = 0; share <= 100; share += 5)
        {
            var flag = new FeatureFlag("board.forecast");
            flag.AddPercentage(share);
            var now = members.Where(flag.IsOnFor).Select(member => member.MemberId).ToHashSet();
            Assert.True(before.IsSubsetOf(now));
            Assert.InRange(now.Count, 4 * share - 60, 4 * share + 60);
            before = now;
        }
        Assert.Equal(members.Count, before.Count);
    }

    [Fact]
    public void Two_features_at_a_tenth_do_not_pick_the_same_people()
    {
        var members = Enumerable.Range(1, 1_000).Select(n => new Guid(n, 0, 0, new byte[8]));

        Assert.InRange(members.Count(id => FeatureFlagRule.Bucket("first", id) < 10 && FeatureFlagRule.Bucket("second", id) < 10), 0, 40);
    }

    // Whoever changes the formula throws people out of features they have.
    [Theory]
    [InlineData("board.forecast", "01964f2e-0000-7000-8000-000000000001", 89)]
    [InlineData("board.forecast", "01964f2e-0000-7000-8000-000000000002", 91)]
    [InlineData("inbox", "01964f2e-0000-7000-8000-000000000001", 54)]
    public void The_bucket_is_the_same_on_every_machine_and_in_every_release(string key, string member, int bucket) =>
        Assert.Equal(bucket, FeatureFlagRule.Bucket(key, new Guid(member)));
}

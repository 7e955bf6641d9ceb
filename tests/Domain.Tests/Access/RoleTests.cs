using System.Text.RegularExpressions;
using CrmStudio.Domain.Access;

namespace CrmStudio.Domain.Tests.Access;

public sealed partial class RoleTests
{
    [Fact]
    public void An_assistant_holds_no_permission_that_shows_amounts()
    {
        var amounts = PermissionCatalog.All.Keys.Where(name => name.Contains("amount", StringComparison.Ordinal)).ToList();

        Assert.Contains("loans.amounts", amounts);
        Assert.DoesNotContain(Role.From(BuiltInRole.Assistant).Grants, grant => amounts.Contains(grant.Permission));
    }

    [Theory]
    [InlineData(BuiltInRole.Viewer)]
    [InlineData(BuiltInRole.Compliance, "compliance.overrides.decide")]
    public void A_viewer_changes_nothing_but_their_own_account_and_compliance_only_decides_on_overrides(BuiltInRole role, params string[] exceptions)
    {
        var changing = Role.From(role).Grants.Select(grant => grant.Permission).Where(name => !Reads().IsMatch(name) && name != AccessPermissions.OwnAccount.Name);

        Assert.Equal(exceptions, changing);
    }

    [Fact]
    public void Compliance_reads_everything_in_the_whole_organization()
    {
        var held = Role.From(BuiltInRole.Compliance).Grants.ToDictionary(grant => grant.Permission, grant => grant.Scope);

        foreach (var read in PermissionCatalog.All.Keys.Where(name => name.EndsWith(".read", StringComparison.Ordinal) || name.EndsWith(".amounts", StringComparison.Ordinal)))
            Assert.Equal(Scope.Organization, held.GetValueOrDefault(read));
    }

    [Fact]
    public void An_administrator_holds_everything_in_the_whole_organization() =>
        Assert.Equal(PermissionCatalog.All.Keys.Order(), Role.From(BuiltInRole.Admin).Grants.Where(grant => grant.Scope == Scope.Organization).Select(grant => grant.Permission).Order());

    [Fact]
    public void Only_an_administrator_invites_changes_members_or_turns_features()
    {
        foreach (var role in Enum.GetValues<BuiltInRole>().Where(role => role is not (BuiltInRole.None or BuiltInRole.Admin)))
            foreach (var permission in new[] { AccessPermissions.InviteMembers, AccessPermissions.EditMembers, AccessPermissions.EditFlags })
                Assert.Null(permission.DefaultFor(role));
    }

    [Fact]
    public void Names_of_permissions_are_unique_and_say_room_and_verb()
    {
        // The catalogue is a dictionary by name: a second permission of the same name would not even start.
        Assert.NotEmpty(PermissionCatalog.All);
        Assert.All(PermissionCatalog.All, entry =>
        {
            Assert.Matches(@"^[a-z]+(\.[a-z-]+)+$", entry.Key);
            Assert.NotEmpty(entry.Value.Label);
        });
        Assert.Equal(PermissionCatalog.All.Count, PermissionCatalog.All.Values.Select(permission => permission.Label).Distinct().Count());
    }

    [Fact]
    public void The_widest_scope_of_a_declaration_counts()
    {
        var permission = new Permission("test.verb", "Test", organization: BuiltInRole.Manager, team: BuiltInRole.Manager | BuiltInRole.LoanOfficer, own: BuiltInRole.LoanOfficer | BuiltInRole.Viewer);

        Assert.Equal(
            (Scope.Organization, Scope.Team, Scope.Own, null),
            (permission.DefaultFor(BuiltInRole.Manager), permission.DefaultFor(BuiltInRole.LoanOfficer), permission.DefaultFor(BuiltInRole.Viewer), permission.DefaultFor(BuiltInRole.Assistant)));
    }

    [GeneratedRegex(@"\.(read|amounts|export)$")]
    private static partial Regex Reads();
}

using System.Runtime.CompilerServices;
using CrmStudio.Domain.Access;
using CrmStudio.Testing;
using CrmStudio.Testing.Imports;

namespace CrmStudio.App.Tests.Loans.Import;

/// <summary>The short form of <c>scripts/bench kills</c>.</summary>
public sealed class LoanImportKillTests
{
    [Fact(Timeout = 240_000)]
    public async Task A_file_comes_in_once_and_whole_and_goes_out_again_however_often_the_process_is_killed()
    {
        var fixture = await CrmFixture.SharedAsync();
        var organization = await TestOrganization.CreateAsync(fixture);
        var admin = await organization.MemberAsync(BuiltInRole.Admin);
        var kills = new ImportKills(fixture.Strings.App, organization.Id, () => fixture.AsAsync(admin), () => fixture.AsSystem(organization), new Random(20261121));

        Assert.Empty(await kills.RunAsync(new LoanFile(10_000), checking: 0, writing: 2, undoing: 1, TestContext.Current.CancellationToken));
        Assert.Equal(3, kills.Kills);
        Assert.InRange(kills.LongestResume, TimeSpan.Zero, TimeSpan.FromSeconds(40));   // 10 on a machine with nothing else to do: scripts/bench kills
    }

#pragma warning disable CA2255 // the only way in before the test runner's own Main
    [ModuleInitializer]
    internal static void WorkWhenTold() => ImportHand.WorkWhenTold();
#pragma warning restore CA2255
}

using System.Diagnostics;
using System.Globalization;
using CrmStudio.Load.Bench;
using CrmStudio.Load.Report;
using CrmStudio.Testing.Imports;
using Npgsql;

namespace CrmStudio.Load.Imports;

/// <summary>Files of 100,000 loans, each into an organization of its own, by a process that is killed at random offsets: 20 times while loans are written, and in the dry run and the undo of each file.</summary>
internal static class KillRun
{
    private const int Files = 4, Writing = 5;

    /// <returns>The exit code: 0 when every file left what it must.</returns>
    public static async Task<int> RunAsync(BenchDatabase database, int rows, CancellationToken ct)
    {
        await using var owner = new NpgsqlConnection(database.OwnerString);
        await owner.OpenAsync(ct);
        var (chance, wrong) = (new Random(20261121), 0);
        for (var file = 0; file < Files; file++)
        {
            var started = Stopwatch.GetTimestamp();
            var organization = await ImportOrganization.MakeAsync(database, owner, ct);
            var kills = new ImportKills(database.AppString, organization.Id, organization.AsAdminAsync, organization.AsSystem, chance);
            var differences = await kills.RunAsync(new LoanFile(rows, $"K{file}"), checking: 1, writing: Writing, undoing: 1, ct);
            Paper.Say(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows, {kills.Kills} kills, longest resume {kills.LongestResume.TotalSeconds:0.0} s, {differences.Count} differences, in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s"));
            foreach (var difference in differences) Paper.Say($"      {difference}");
            wrong += differences.Count;
        }
        return wrong == 0 ? 0 : 1;
    }
}

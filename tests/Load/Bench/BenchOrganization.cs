using CrmStudio.Infrastructure.Platform;
using Npgsql;

namespace CrmStudio.Load.Bench;

/// <summary>An organization that is measured, with the people in it.</summary>
public sealed record BenchOrganization(Guid Id, IReadOnlyList<BenchMember> Admins, IReadOnlyList<BenchMember> Officers)
{
    /// <summary>Somebody who sees every loan.</summary>
    public BenchMember Admin => Admins[0];

    public const string Large = "bench-large";
    public const string Small = "bench-small";

    /// <summary>Finds what the seed made.</summary>
    public static async Task<BenchOrganization> FindAsync(BenchDatabase database, string slug, CancellationToken ct)
    {
        await using var owner = new NpgsqlConnection(database.OwnerString);
        await owner.OpenAsync(ct);
        await using (var find = new NpgsqlCommand("select set_config('app.org_id', id::text, false) from organizations where slug = $1", owner) { Parameters = { new() { Value = slug } } })
            if (await find.ExecuteScalarAsync(ct) is null) throw new StartUpRefusedException("The bench is not seeded: run scripts/bench seed.");

        var (admins, officers) = (new List<BenchMember>(), new List<BenchMember>());
        await using var read = new NpgsqlCommand("""
            select m.org_id, m.id, m.user_id, r.built_in = 'Admin'
            from members m join member_roles h on h.member_id = m.id join roles r on r.id = h.role_id
            order by m.id
            """, owner);
        await using var rows = await read.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct)) (rows.GetBoolean(3) ? admins : officers).Add(new BenchMember(rows.GetGuid(0), rows.GetGuid(1), rows.GetGuid(2)));
        return new BenchOrganization(admins[0].OrgId, admins, officers);
    }
}

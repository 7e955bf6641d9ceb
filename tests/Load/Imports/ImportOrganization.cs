using CrmStudio.Domain.Access;
using CrmStudio.Load.Bench;
using CrmStudio.Load.Seeding;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CrmStudio.Load.Imports;

/// <summary>A new organization without records, for imports, and the administrator who brings files in.</summary>
internal sealed record ImportOrganization(BenchDatabase Database, Guid Id, BenchMember Admin, IReadOnlyList<Guid> Officers)
{
    private const string Slug = "bench-import";

    /// <summary>Makes one, and binds the owner's connection to it.</summary>
    public static async Task<ImportOrganization> MakeAsync(BenchDatabase database, NpgsqlConnection owner, CancellationToken ct)
    {
        var org = Guid.CreateVersion7();
        var officers = await SeededOrganization.MakeAsync(database, owner, org, $"{Slug}-{org:n}", 1, 1, ct);
        await using (var bind = new NpgsqlCommand("select set_config('app.org_id', $1, false)", owner) { Parameters = { new() { Value = org.ToString() } } }) await bind.ExecuteNonQueryAsync(ct);
        await using var read = new NpgsqlCommand("select m.org_id, m.id, m.user_id from members m join member_roles h on h.member_id = m.id join roles r on r.id = h.role_id where r.built_in = 'Admin'", owner);
        await using var found = await read.ExecuteReaderAsync(ct);
        await found.ReadAsync(ct);
        return new ImportOrganization(database, org, new BenchMember(found.GetGuid(0), found.GetGuid(1), found.GetGuid(2)), officers);
    }

    /// <summary>A scope in which the administrator acts.</summary>
    public Task<AsyncServiceScope> AsAdminAsync() => Database.AsAsync(Admin);

    /// <summary>A scope in which the system acts.</summary>
    public AsyncServiceScope AsSystem()
    {
        var scope = Database.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().BecomeSystem(Id, Slug, "America/New_York");
        return scope;
    }
}

using CrmStudio.Domain.Access;
using Npgsql;

namespace CrmStudio.Infrastructure.Access;

/// <summary>Enters organizations. Only the owner of the database may: the app's role can read the register, not write it.</summary>
public static class OrganizationRegister
{
    /// <summary>Enters an organization.</summary>
    /// <param name="ownerConnectionString">The owner's way into the database.</param>
    /// <param name="organization">The organization; its slug must be free.</param>
    /// <param name="ct">Cancels the entry.</param>
    /// <returns>False when the slug is taken.</returns>
    public static async Task<bool> EnterAsync(string ownerConnectionString, Organization organization, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(ownerConnectionString);
        await using var insert = source.CreateCommand("""
            insert into organizations (id, slug, name, time_zone, is_demo, created_at) values ($1, $2, $3, $4, $5, $6) on conflict (slug) do nothing
            """);
        foreach (var value in new object[] { organization.Id, organization.Slug, organization.Name, organization.TimeZone, organization.IsDemo, organization.CreatedAt.ToUniversalTime() })
            insert.Parameters.Add(new() { Value = value });
        return await insert.ExecuteNonQueryAsync(ct) == 1;
    }
}

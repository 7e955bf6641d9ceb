using CrmStudio.Domain.Access;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Tenancy;
using CrmStudio.Load.Bench;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CrmStudio.Load.Seeding;

/// <summary>An organization with roles, pipeline, administrators and loan officers; records come later, by COPY.</summary>
internal static class SeededOrganization
{
    private const string Zone = "America/New_York";

    /// <returns>The officers.</returns>
    public static async Task<IReadOnlyList<Guid>> MakeAsync(BenchDatabase database, NpgsqlConnection owner, Guid org, string slug, int officers, int admins, CancellationToken ct)
    {
        await using (var insert = new NpgsqlCommand("insert into organizations (id, slug, name, time_zone, is_demo, created_at) values ($1, $2, $3, $4, false, now())", owner)
            { Parameters = { new() { Value = org }, new() { Value = slug }, new() { Value = slug }, new() { Value = Zone } } })
            await insert.ExecuteNonQueryAsync(ct);

        await SaveAsync(database, org, slug, unit =>
        {
            foreach (var role in Enum.GetValues<BuiltInRole>().Where(role => role != BuiltInRole.None)) unit.Db.Roles.Add(Role.From(role));
            unit.Db.Pipelines.Add(DefaultPipelines.Loans());
            return Task.CompletedTask;
        }, ct);

        var users = Enumerable.Range(0, admins + officers).Select(i => User($"{slug}-{i}@example.com")).ToList();
        await using var scope = database.Services.CreateAsyncScope();
        var door = scope.ServiceProvider.GetRequiredService<SignInDoor>().Db;
        door.Users.AddRange(users);
        await door.SaveChangesAsync(ct);

        var members = users.Select((user, i) => new Member(user.Id, "Officer", $"{i:0000}", user.Email!, Zone)).ToList();
        await SaveAsync(database, org, slug, async unit =>
        {
            var roles = await unit.Db.Roles.ToDictionaryAsync(role => role.BuiltIn, role => role.Id, ct);
            unit.Db.Members.AddRange(members);
            unit.Db.MemberRoles.AddRange(members.Select((member, i) => new MemberRole(member.Id, roles[i < admins ? BuiltInRole.Admin : BuiltInRole.LoanOfficer])));
        }, ct);

        door.UserOrganizations.AddRange(members.Select(member => new UserOrganization { UserId = member.UserId, OrgId = org, MemberId = member.Id }));
        await door.SaveChangesAsync(ct);
        return [.. members.Skip(admins).Select(member => member.Id)];
    }

    private static async Task SaveAsync(BenchDatabase database, Guid org, string name, Func<CrmUnit, Task> change, CancellationToken ct)
    {
        await using var scope = database.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().BecomeSystem(org, name, Zone);
        await using var unit = await scope.ServiceProvider.GetRequiredService<CrmWork>().BeginAsync("bench.seed", AccessPermissions.OwnAccount, ct);
        await change(unit);
        var saved = await unit.SaveAsync(ct);
        if (!saved.IsDone) throw new InvalidOperationException(saved.Refusal.Message);
    }

    private static SignInUser User(string email)
    {
        var (id, loud) = (Guid.CreateVersion7(), email.ToUpperInvariant());
        return new() { Id = id, UserName = email, Email = email, NormalizedUserName = loud, NormalizedEmail = loud, EmailConfirmed = true, SecurityStamp = id.ToString("n") };
    }
}

using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads.Hours;
using CrmStudio.Domain.Leads.Routing;
using CrmStudio.Domain.Loans.Commissions;
using CrmStudio.Domain.Loans.Locks;
using CrmStudio.Domain.Loans.Watch;
using CrmStudio.Infrastructure.Platform.Persistence;
using CrmStudio.Infrastructure.Platform.Tenancy;
using CrmStudio.Infrastructure.Platform.Undo;
using CrmStudio.Infrastructure.Tests.Platform.Tenancy;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CrmStudio.Infrastructure.Tests.Platform.Undo;

/// <summary>Whatever kind of row it is: changed and taken back, removed and put back, it is what it was. Generated from the model.</summary>
public sealed class UndoRoundTripTests
{
    private static readonly RowFactory factory = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>All that people change: not what only grows, what came from outside, or what is worked out of other rows and can be again.</summary>
    public static TheoryData<string> Records =>
        [.. factory.TenantTables.Where(table => TypeOf(table).ClrType is var type && type.IsAssignableTo(typeof(Entity)) && !type.IsAssignableTo(typeof(IWorkedOut)) && !type.IsAssignableTo(typeof(IKeptAsItCame)) && !Tables.AppendOnly.Contains(table.Name)).Select(table => table.Name)];

    [Theory]
    [MemberData(nameof(Records))]
    public async Task A_row_comes_back_as_it_was(string name)
    {
        var matrix = await IsolationMatrix.SharedAsync();
        await using var superuser = await matrix.SuperuserAsync();
        var table = factory.TenantTables.Single(table => table.Name == name);
        var row = await factory.AnotherAsync(superuser, table, matrix.C);
        await RowFactory.InsertAsync(superuser, name, row);
        var id = (Guid)row["id"];
        var before = await ImageAsync(superuser, name, id);

        if (await ActAsync(matrix.C, table, id, Change) is { } changed)   // a row of links alone has nothing to change
        {
            Assert.NotEqual(before, await ImageAsync(superuser, name, id));
            Assert.Equal(Outcome.Done, await UndoAsync(matrix.C, changed));
            Assert.Equal(before, await ImageAsync(superuser, name, id));
        }

        var removed = await ActAsync(matrix.C, table, id, entry => entry.State = EntityState.Deleted);
        Assert.Null(await ImageAsync(superuser, name, id));
        if (HasSecrets(table))
        {
            Assert.Null(removed);   // there is no way back to a secret
            return;
        }
        Assert.Equal(Outcome.Done, await UndoAsync(matrix.C, removed));
        Assert.Equal(before, await ImageAsync(superuser, name, id));
    }

    /// <summary>Another value in every field that is no key, no link, no secret and not kept by the platform.</summary>
    private static void Change(EntityEntry entry)
    {
        string[] kept = [nameof(Entity.CreatedAt), nameof(Entity.UpdatedAt), nameof(Entity.Version)];
        foreach (var property in entry.Properties.Where(p => !p.Metadata.IsKey() && !p.Metadata.IsForeignKey() && p.Metadata.ValueGenerated == ValueGenerated.Never
            && p.Metadata.GetComputedColumnSql() is null && p.Metadata.FindAnnotation("Crm:Secret") is null && !kept.Contains(p.Metadata.Name)))
            property.CurrentValue = property.Metadata.IsNullable ? null : property.CurrentValue switch
            {
                string text => text[..^1] + "~",
                bool yes => !yes,
                int number => number + 1,
                long number => number + 1,
                decimal number => number + 0.25m,
                DateTimeOffset at => at.AddDays(1),
                DateOnly day => day.AddDays(1),
                Guid => Guid.CreateVersion7(),
                string[] texts => texts.Append("more").ToArray(),
                CommissionTerms terms => terms with { Flat = terms.Flat + 1 },
                LockPolicyTerms terms => terms with { Days = [77] },
                RoutingTerms terms => terms with { MinimumScore = 77 },
                WorkWeek week => week with { TimeZone = "America/Denver" },
                ResponseTerms terms => terms with { Minutes = 77 },
                WatchTerms terms => terms with { CostFlat = terms.CostFlat + 1 },
                IReadOnlyList<CommissionStep> steps => steps,
                Enum => Enum.GetValuesAsUnderlyingType(property.Metadata.ClrType).GetValue(0) is { } first ? Enum.ToObject(property.Metadata.ClrType, first) : null,
                var other => throw new NotSupportedException($"{property.Metadata.Name} is a {other?.GetType().Name}: teach this test another value of it."),
            };
    }

    private static async Task<Guid?> ActAsync(TenantRows organization, ITable table, Guid id, Action<EntityEntry> act)
    {
        await using var scope = await ScopeAsync(organization);
        await using var unit = await scope.ServiceProvider.GetRequiredService<CrmWork>().BeginAsync("test.undo", AccessPermissions.OwnAccount, Ct);
        act(unit.Db.Entry((await unit.Db.FindAsync(TypeOf(table).ClrType, [organization.OrgId, id], Ct))!));
        unit.CanBeUndone("Did something");
        Assert.Equal(Outcome.Done, await unit.SaveAsync(Ct));
        return unit.UndoId;
    }

    private static async Task<Outcome> UndoAsync(TenantRows organization, Guid? undoId)
    {
        await using var scope = await ScopeAsync(organization);
        await using var unit = await scope.ServiceProvider.GetRequiredService<CrmWork>().BeginAsync("undo", AccessPermissions.OwnAccount, Ct);
        var outcome = await unit.ReplayAsync(await unit.Db.UndoEntries.SingleAsync(undo => undo.Id == undoId, Ct), Ct);
        return outcome.IsDone ? await unit.SaveAsync(Ct) : outcome;
    }

    private static async Task<AsyncServiceScope> ScopeAsync(TenantRows organization)
    {
        var scope = (await CrmFixture.SharedAsync()).Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().BecomeSystem(organization.OrgId, "Matrix", "America/New_York");
        return scope;
    }

    private static async Task<string?> ImageAsync(NpgsqlConnection superuser, string table, Guid id)
    {
        await using var command = new NpgsqlCommand($"select (to_jsonb(t) - 'updated_at')::text from {table} t where id = $1", superuser) { Parameters = { new() { Value = id } } };
        return await command.ExecuteScalarAsync(Ct) as string;
    }

    private static bool HasSecrets(ITable table) => TypeOf(table).GetProperties().Any(property => property.FindAnnotation("Crm:Secret") is not null);

    private static IEntityType TypeOf(ITable table) => (IEntityType)table.EntityTypeMappings.First().TypeBase;
}

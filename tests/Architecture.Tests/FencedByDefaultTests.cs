using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CrmStudio.Architecture.Tests;

public sealed class FencedByDefaultTests
{
    private static readonly CrmDbContext db = new((DbContextOptions<CrmDbContext>)new DbContextOptionsBuilder<CrmDbContext>().UseCrm("Host=localhost;Database=none;Username=none").Options);
    private static readonly IModel model = db.Model;

    public static TheoryData<string> Tables => [.. Tenant.Select(type => type.GetTableName()!)];

    private static IEnumerable<IEntityType> Tenant => model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(IOrganizationOwned)));

    [Fact]
    public void Every_table_is_an_organizations_own_or_on_the_list_of_shared_ones()
    {
        var shared = CrmStudio.Infrastructure.Platform.Persistence.Tables.Shared;
        House.None(model.GetEntityTypes().Except(Tenant).Select(type => type.GetTableName()!).Where(table => !shared.ContainsKey(table)));
        House.None(Tenant.Select(type => type.GetTableName()!).Where(shared.ContainsKey));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_tables_keys_lead_with_the_organization(string table)
    {
        var type = Tenant.Single(t => t.GetTableName() == table);
        Assert.All(type.GetKeys(), key => Assert.Equal("OrgId", key.Properties[0].Name));
        Assert.All(type.GetIndexes().Where(index => index.IsUnique), index => Assert.Equal("OrgId", index.Properties[0].Name));
        Assert.All(
            type.GetForeignKeys().Where(link => link.PrincipalEntityType.ClrType.IsAssignableTo(typeof(IOrganizationOwned))),
            link => Assert.True(link.Properties is [{ Name: "OrgId" }, _, ..], $"{link.GetConstraintName()} does not begin with org_id"));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_tables_rows_are_filtered_by_the_organization(string table) =>
        Assert.Contains(Tenant.Single(t => t.GetTableName() == table).GetDeclaredQueryFilters(), filter => filter.Key == CrmDbContext.OrganizationFilter);

    [Theory]
    [MemberData(nameof(Tables))]
    public void Instants_have_a_zone_and_enums_are_words(string table)
    {
        foreach (var property in Tenant.Single(t => t.GetTableName() == table).GetProperties())
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (type == typeof(DateTimeOffset)) Assert.Equal("timestamp with time zone", property.GetColumnType());
            if (type.IsEnum) Assert.Equal("text", property.GetColumnType());
            Assert.NotEqual(typeof(DateTime), type);
            Assert.False(type == typeof(double) || type == typeof(float), $"{table}.{property.Name} is floating point");
        }
    }

    [Fact]
    public void The_migrations_make_the_tables_the_model_describes() => Assert.False(db.Database.HasPendingModelChanges(), "The model has changed since the last migration: add one.");

    [Fact]
    public void Every_permission_has_a_name_of_its_own_and_an_administrator_who_holds_it()
    {
        Assert.NotEmpty(PermissionCatalog.All);
        Assert.All(PermissionCatalog.All.Values, permission => Assert.Equal(Scope.Organization, permission.DefaultFor(BuiltInRole.Admin)));
    }
}

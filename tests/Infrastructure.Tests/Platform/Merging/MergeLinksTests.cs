using CrmStudio.Domain.Contacts;
using CrmStudio.Infrastructure.Platform.Merging;
using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.Infrastructure.Tests.Platform.Merging;

/// <summary>Whatever points at a person or a company moves with a merge, also in a table that is added tomorrow.</summary>
public sealed class MergeLinksTests
{
    /// <summary>Columns called so that do not point at a record that can be merged, each with the reason.</summary>
    private static readonly Dictionary<string, string> others = new(StringComparer.Ordinal)
    {
        ["audit_entries.entity_id"] = "what was done to a record is told of the record it was done to",
        ["compliance_entries.entity_id"] = "what a rule answered is told of the record it was asked about",
    };

    [Fact]
    public void A_column_that_says_by_its_name_that_it_holds_a_person_a_company_or_any_record_moves_with_it()
    {
        using var db = new CrmDbContext((DbContextOptions<CrmDbContext>)new DbContextOptionsBuilder<CrmDbContext>().UseCrm("Host=model").Options);
        var model = db.Model;
        var moved = new[] { typeof(Contact), typeof(Company) }.SelectMany(type => MergeLinks.To(model.FindEntityType(type)!)).Select(link => $"{link.Table}.{link.Column}").ToHashSet(StringComparer.Ordinal);
        var forgotten =
            from type in model.GetEntityTypes()
            where type.GetTableName() is not null
            from property in type.GetProperties()
            where (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(Guid)
            where property.Name.EndsWith("ContactId", StringComparison.Ordinal) || property.Name.EndsWith("CompanyId", StringComparison.Ordinal) || property.Name == MergeLinks.AnyRecord
            let column = $"{type.GetTableName()}.{property.GetColumnName()}"
            where !moved.Contains(column) && !others.ContainsKey(column)
            select column;

        Assert.Empty(forgotten);
        Assert.Contains("consents.contact_id", moved);
        Assert.Contains("leads.referrer_contact_id", moved);
        Assert.Contains("record_tags.entity_id", moved);
        Assert.Contains("loan_parties.contact_id", moved);
    }
}

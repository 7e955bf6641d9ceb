using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmStudio.Infrastructure.Contacts;

internal sealed class CompanyConfiguration : IEntityTypeConfiguration<Company>
{
    public void Configure(EntityTypeBuilder<Company> builder)
    {
        builder.Ignore(company => company.RecordName);
        builder.Property(company => company.Name).HasMaxLength(Company.NameMaxLength);
        builder.Property(company => company.NameKey).HasMaxLength(Company.NameMaxLength);
        builder.Property(company => company.Email).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(company => company.LicenceNumber).HasMaxLength(Company.LicenceMaxLength);
        builder.Property(company => company.Rating).HasPrecision(3, 2);
        foreach (var link in (string[])[nameof(Company.Website), nameof(Company.LinkedIn), nameof(Company.Facebook), nameof(Company.Instagram)]) builder.Property(link).HasMaxLength(Company.UrlMaxLength);
        builder.HasIndex(company => new { company.OrgId, company.NameKey });
        builder.HasIndex(company => new { company.OrgId, company.Domain }).HasFilter("domain is not null");
        builder.HasIndex(company => new { company.OrgId, company.PhoneKey }).HasFilter("phone_key is not null");
        builder.HasIndex(company => new { company.OrgId, company.Name, company.Id });
        builder.HasIndex(company => new { company.OrgId, company.CreatedAt, company.Id });
        builder.HasOne<Member>().WithMany().HasForeignKey(company => new { company.OrgId, company.OwnerId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TagConfiguration : IEntityTypeConfiguration<Tag>
{
    public void Configure(EntityTypeBuilder<Tag> builder)
    {
        builder.Ignore(tag => tag.RecordName);
        builder.Property(tag => tag.Name).HasMaxLength(Tag.NameMaxLength);
        builder.Property(tag => tag.Key).HasMaxLength(Tag.NameMaxLength);
        builder.HasIndex(tag => new { tag.OrgId, tag.Key }).IsUnique();
    }
}

internal sealed class RecordTagConfiguration : IEntityTypeConfiguration<RecordTag>
{
    public void Configure(EntityTypeBuilder<RecordTag> builder)
    {
        builder.HasIndex(tag => new { tag.OrgId, tag.EntityId, tag.TagId }).IsUnique();
        builder.HasIndex(tag => new { tag.OrgId, tag.TagId, tag.EntityType, tag.EntityId });
        builder.HasOne<Tag>().WithMany().HasForeignKey(tag => new { tag.OrgId, tag.TagId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CustomFieldConfiguration : IEntityTypeConfiguration<CustomField>
{
    public void Configure(EntityTypeBuilder<CustomField> builder)
    {
        builder.Ignore(field => field.RecordName);
        builder.Property(field => field.Name).HasMaxLength(CustomField.LabelMaxLength);
        builder.Property(field => field.Label).HasMaxLength(CustomField.LabelMaxLength);
        builder.HasIndex(field => new { field.OrgId, field.EntityType, field.Name }).IsUnique();
    }
}

internal sealed class CustomValueConfiguration : IEntityTypeConfiguration<CustomValue>
{
    public void Configure(EntityTypeBuilder<CustomValue> builder)
    {
        builder.Property(value => value.Text).HasMaxLength(CustomField.ValueMaxLength);
        builder.HasIndex(value => new { value.OrgId, value.EntityId, value.FieldId }).IsUnique();
        builder.HasIndex(value => new { value.OrgId, value.FieldId, value.Text, value.EntityId });
        builder.HasOne<CustomField>().WithMany().HasForeignKey(value => new { value.OrgId, value.FieldId }).OnDelete(DeleteBehavior.Cascade);
    }
}

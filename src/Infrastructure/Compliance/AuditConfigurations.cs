using CrmStudio.Domain.Compliance;
using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmStudio.Infrastructure.Compliance;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        // json, not jsonb: the seal is over the text as written
        builder.Property(entry => entry.Before).HasColumnType("json");
        builder.Property(entry => entry.After).HasColumnType("json");
        builder.HasIndex(entry => new { entry.OrgId, entry.EntityType, entry.EntityId, entry.At });
        builder.HasIndex(entry => new { entry.OrgId, entry.At, entry.Id });
        builder.WithoutOrganizationKey();
    }
}

internal sealed class AuditSealConfiguration : IEntityTypeConfiguration<AuditSeal>
{
    public void Configure(EntityTypeBuilder<AuditSeal> builder)
    {
        builder.HasIndex(seal => new { seal.OrgId, seal.Position }).IsUnique();
        builder.HasOne<AuditEntry>().WithOne().HasForeignKey<AuditSeal>(seal => new { seal.OrgId, seal.Id }).OnDelete(DeleteBehavior.Restrict);
    }
}

using CrmStudio.Domain.Compliance;
using CrmStudio.Domain.Compliance.Rules;
using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmStudio.Infrastructure.Compliance;

internal sealed class RuleVersionConfiguration : IEntityTypeConfiguration<RuleVersion>
{
    public void Configure(EntityTypeBuilder<RuleVersion> builder)
    {
        builder.ToTable(Tables.NameOf(typeof(RuleVersion)));
        builder.HasKey(rule => new { rule.Code, rule.EffectiveFrom });
    }
}

internal sealed class RegulatoryParameterConfiguration : IEntityTypeConfiguration<RegulatoryParameter>
{
    public void Configure(EntityTypeBuilder<RegulatoryParameter> builder)
    {
        builder.ToTable(Tables.NameOf(typeof(RegulatoryParameter)));
        builder.HasKey(parameter => new { parameter.Name, parameter.EffectiveFrom });
        builder.Ignore(parameter => parameter.Number);
    }
}

internal sealed class LoadedRulePackConfiguration : IEntityTypeConfiguration<LoadedRulePack>
{
    public void Configure(EntityTypeBuilder<LoadedRulePack> builder)
    {
        builder.ToTable(Tables.NameOf(typeof(LoadedRulePack)));
        builder.HasKey(pack => pack.Digest);
    }
}

internal sealed class LenderProfileConfiguration : IEntityTypeConfiguration<LenderProfile>
{
    public void Configure(EntityTypeBuilder<LenderProfile> builder)
    {
        builder.Ignore(lender => lender.OpenWeekdays);
        builder.Property(lender => lender.Lei).HasMaxLength(CheckDigits.LeiLength);
    }
}

internal sealed class OfficeDayConfiguration : IEntityTypeConfiguration<OfficeDay>
{
    public void Configure(EntityTypeBuilder<OfficeDay> builder)
    {
        builder.Ignore(day => day.RecordName);
        builder.Property(day => day.Name).HasMaxLength(OfficeDay.NameMaxLength);
        builder.HasIndex(day => new { day.OrgId, day.Day }).IsUnique();
    }
}

internal sealed class RuleOverrideConfiguration : IEntityTypeConfiguration<RuleOverride>
{
    public void Configure(EntityTypeBuilder<RuleOverride> builder)
    {
        builder.Property(asked => asked.Reason).HasMaxLength(RuleOverride.ReasonMaxLength);
        builder.Property(asked => asked.DecisionNote).HasMaxLength(RuleOverride.ReasonMaxLength);
        builder.HasIndex(asked => new { asked.OrgId, asked.EntityType, asked.EntityId });
        builder.HasIndex(asked => new { asked.OrgId, asked.RequestedAt, asked.Id }).HasFilter("state = 'Requested'");
    }
}

internal sealed class ComplianceEntryConfiguration : IEntityTypeConfiguration<ComplianceEntry>
{
    public void Configure(EntityTypeBuilder<ComplianceEntry> builder)
    {
        builder.HasIndex(entry => new { entry.OrgId, entry.EntityType, entry.EntityId, entry.At });
        builder.HasIndex(entry => new { entry.OrgId, entry.At, entry.Id });
        builder.HasOne<RuleOverride>().WithMany().HasForeignKey(entry => new { entry.OrgId, entry.OverrideId }).OnDelete(DeleteBehavior.Restrict);
    }
}

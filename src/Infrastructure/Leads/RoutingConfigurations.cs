using System.Text.Json;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Leads.Hours;
using CrmStudio.Domain.Leads.Routing;
using CrmStudio.Infrastructure.Platform.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmStudio.Infrastructure.Leads;

internal sealed class RoutingRuleConfiguration : IEntityTypeConfiguration<RoutingRule>
{
    public void Configure(EntityTypeBuilder<RoutingRule> builder)
    {
        builder.Ignore(rule => rule.RecordName);
        builder.Property(rule => rule.Name).HasMaxLength(RoutingRule.NameMaxLength);
        builder.Property(rule => rule.Terms).IsKeptAsJson();
        builder.HasIndex(rule => new { rule.OrgId, rule.Name }).IsUnique();
    }
}

internal sealed class RoutingWheelConfiguration : IEntityTypeConfiguration<RoutingWheel>
{
    public void Configure(EntityTypeBuilder<RoutingWheel> builder)
    {
        builder.Property(wheel => wheel.Places).IsKeptAsJson();
        builder.HasIndex(wheel => new { wheel.OrgId, wheel.RuleId }).IsUnique();
    }
}

internal sealed class LeadProfileConfiguration : IEntityTypeConfiguration<LeadProfile>
{
    public void Configure(EntityTypeBuilder<LeadProfile> builder)
    {
        builder.Ignore(profile => profile.RecordName);
        builder.HasIndex(profile => new { profile.OrgId, profile.MemberId }).IsUnique();
        builder.HasOne<Member>().WithMany().HasForeignKey(profile => new { profile.OrgId, profile.MemberId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class LicenceConfiguration : IEntityTypeConfiguration<Licence>
{
    public void Configure(EntityTypeBuilder<Licence> builder)
    {
        builder.Ignore(licence => licence.RecordName);
        builder.Property(licence => licence.State).HasMaxLength(2);
        builder.Property(licence => licence.Number).HasMaxLength(Licence.NumberMaxLength);
        builder.HasIndex(licence => new { licence.OrgId, licence.MemberId, licence.State }).IsUnique();
        builder.HasOne<Member>().WithMany().HasForeignKey(licence => new { licence.OrgId, licence.MemberId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class WorkScheduleConfiguration : IEntityTypeConfiguration<WorkSchedule>
{
    public void Configure(EntityTypeBuilder<WorkSchedule> builder)
    {
        builder.Ignore(hours => hours.RecordName);
        builder.Property(hours => hours.Week).IsKeptAsJson();
        builder.HasIndex(hours => new { hours.OrgId, hours.MemberId }).IsUnique().AreNullsDistinct(false);
        builder.HasOne<Member>().WithMany().HasForeignKey(hours => new { hours.OrgId, hours.MemberId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AwaySpanConfiguration : IEntityTypeConfiguration<AwaySpan>
{
    public void Configure(EntityTypeBuilder<AwaySpan> builder)
    {
        builder.Ignore(away => away.RecordName);
        builder.Property(away => away.Note).HasMaxLength(AwaySpan.NoteMaxLength);
        builder.HasIndex(away => new { away.OrgId, away.LastDay });
        builder.HasOne<Member>().WithMany().HasForeignKey(away => new { away.OrgId, away.MemberId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ResponsePolicyConfiguration : IEntityTypeConfiguration<ResponsePolicy>
{
    public void Configure(EntityTypeBuilder<ResponsePolicy> builder)
    {
        builder.Ignore(policy => policy.RecordName);
        builder.Property(policy => policy.Terms).IsKeptAsJson();
    }
}

internal static class JsonColumns
{
    /// <summary>Keeps a value as one JSON document, compared by what is written.</summary>
    public static void IsKeptAsJson<T>(this PropertyBuilder<T> property) => property.HasColumnType("jsonb").HasConversion(
        value => JsonSerializer.Serialize(value, Json.Options),
        json => JsonSerializer.Deserialize<T>(json, Json.Options)!,
        new ValueComparer<T>((a, b) => JsonSerializer.Serialize(a, Json.Options) == JsonSerializer.Serialize(b, Json.Options), value => JsonSerializer.Serialize(value, Json.Options).GetHashCode(StringComparison.Ordinal)));
}

using System.Text.Json;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Commissions;
using CrmStudio.Infrastructure.Platform.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmStudio.Infrastructure.Loans;

internal sealed class CommissionPlanConfiguration : IEntityTypeConfiguration<CommissionPlan>
{
    public void Configure(EntityTypeBuilder<CommissionPlan> builder)
    {
        builder.Ignore(plan => plan.RecordName);
        builder.Property(plan => plan.Name).HasMaxLength(CommissionPlan.NameMaxLength);
        builder.Property(plan => plan.Terms).HasColumnType("jsonb").HasConversion(
            terms => JsonSerializer.Serialize(terms, Json.Options),
            json => JsonSerializer.Deserialize<CommissionTerms>(json, Json.Options)!,
            new ValueComparer<CommissionTerms>((a, b) => JsonSerializer.Serialize(a, Json.Options) == JsonSerializer.Serialize(b, Json.Options), terms => terms.Shares.Count));
        builder.HasIndex(plan => new { plan.OrgId, plan.Name }).IsUnique().HasFilter("retired_at is null");
    }
}

internal sealed class CommissionAssignmentConfiguration : IEntityTypeConfiguration<CommissionAssignment>
{
    public void Configure(EntityTypeBuilder<CommissionAssignment> builder)
    {
        builder.HasIndex(assignment => new { assignment.OrgId, assignment.MemberId }).IsUnique();
        builder.HasOne<Member>().WithMany().HasForeignKey(assignment => new { assignment.OrgId, assignment.MemberId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CommissionPlan>().WithMany().HasForeignKey(assignment => new { assignment.OrgId, assignment.PlanId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CommissionConfiguration : IEntityTypeConfiguration<Commission>
{
    public void Configure(EntityTypeBuilder<Commission> builder)
    {
        builder.Ignore(commission => commission.RecordName);
        builder.Property(commission => commission.PlanName).HasMaxLength(CommissionPlan.NameMaxLength);
        builder.Property(commission => commission.Steps).HasColumnType("jsonb").HasConversion(
            steps => JsonSerializer.Serialize(steps, Json.Options),
            json => JsonSerializer.Deserialize<List<CommissionStep>>(json, Json.Options)!,
            new ValueComparer<IReadOnlyList<CommissionStep>>((a, b) => a!.SequenceEqual(b!), steps => steps.Count));
        builder.HasIndex(commission => new { commission.OrgId, commission.LoanId }).IsUnique();
        builder.HasIndex(commission => new { commission.OrgId, commission.OfficerId, commission.FundedOn });
        builder.HasOne<Loan>().WithMany().HasForeignKey(commission => new { commission.OrgId, commission.LoanId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<CommissionPlan>().WithMany().HasForeignKey(commission => new { commission.OrgId, commission.PlanId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(commission => new { commission.OrgId, commission.OfficerId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(commission => new { commission.OrgId, commission.ReferrerId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(commission => commission.Lines).WithOne().HasForeignKey(line => new { line.OrgId, line.CommissionId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CommissionLineConfiguration : IEntityTypeConfiguration<CommissionLine>
{
    public void Configure(EntityTypeBuilder<CommissionLine> builder)
    {
        builder.Property(line => line.Percent).HasPrecision(7, 4);
        builder.HasIndex(line => new { line.OrgId, line.MemberId });
        builder.HasOne<Member>().WithMany().HasForeignKey(line => new { line.OrgId, line.MemberId }).OnDelete(DeleteBehavior.Restrict);
    }
}

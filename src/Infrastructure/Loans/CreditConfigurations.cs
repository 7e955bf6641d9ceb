using CrmStudio.Domain.Access;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Credit;
using CrmStudio.Infrastructure.Platform.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmStudio.Infrastructure.Loans;

internal sealed class CreditPullConfiguration : IEntityTypeConfiguration<CreditPull>
{
    public void Configure(EntityTypeBuilder<CreditPull> builder)
    {
        builder.Ignore(pull => pull.RecordName);
        builder.Property(pull => pull.Purpose).HasMaxLength(CreditPull.PurposeMaxLength);
        builder.Property(pull => pull.AuthorizedBy).HasMaxLength(CreditPull.NameMaxLength);
        builder.Property(pull => pull.AuthorizationEvidence).HasMaxLength(CreditPull.EvidenceMaxLength);
        builder.Property(pull => pull.StruckReason).HasMaxLength(CreditPull.EvidenceMaxLength);
        builder.HasIndex(pull => new { pull.OrgId, pull.LoanId, pull.PulledOn });
        builder.HasOne<Loan>().WithMany().HasForeignKey(pull => new { pull.OrgId, pull.LoanId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<LoanParty>().WithMany().HasForeignKey(pull => new { pull.OrgId, pull.PartyId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(pull => new { pull.OrgId, pull.RecordedBy }).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(pull => pull.Scores).WithOne().HasForeignKey(score => new { score.OrgId, score.PullId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CreditScoreConfiguration : IEntityTypeConfiguration<CreditScore>
{
    public void Configure(EntityTypeBuilder<CreditScore> builder)
    {
        builder.Property(score => score.Score).IsSecret();   // who reads the audit trail reads no scores by that
        builder.HasIndex(score => new { score.OrgId, score.PullId, score.Bureau }).IsUnique();
    }
}

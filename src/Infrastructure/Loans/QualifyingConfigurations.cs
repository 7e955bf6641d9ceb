using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Qualifying;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmStudio.Infrastructure.Loans;

internal sealed class LoanQualificationConfiguration : IEntityTypeConfiguration<LoanQualification>
{
    public void Configure(EntityTypeBuilder<LoanQualification> builder)
    {
        builder.HasIndex(facts => new { facts.OrgId, facts.LoanId }).IsUnique();
        builder.HasOne<Loan>().WithMany().HasForeignKey(facts => new { facts.OrgId, facts.LoanId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class LoanIncomeConfiguration : IEntityTypeConfiguration<LoanIncome>
{
    public void Configure(EntityTypeBuilder<LoanIncome> builder)
    {
        builder.Property(income => income.PaidBy).HasMaxLength(LoanQualification.NameMaxLength);
        builder.HasIndex(income => new { income.OrgId, income.LoanId });
        builder.HasOne<Loan>().WithMany().HasForeignKey(income => new { income.OrgId, income.LoanId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<LoanParty>().WithMany().HasForeignKey(income => new { income.OrgId, income.PartyId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LoanLiabilityConfiguration : IEntityTypeConfiguration<LoanLiability>
{
    public void Configure(EntityTypeBuilder<LoanLiability> builder)
    {
        builder.Property(debt => debt.Creditor).HasMaxLength(LoanQualification.NameMaxLength);
        builder.HasIndex(debt => new { debt.OrgId, debt.LoanId });
        builder.HasOne<Loan>().WithMany().HasForeignKey(debt => new { debt.OrgId, debt.LoanId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<LoanParty>().WithMany().HasForeignKey(debt => new { debt.OrgId, debt.PartyId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LoanAssetConfiguration : IEntityTypeConfiguration<LoanAsset>
{
    public void Configure(EntityTypeBuilder<LoanAsset> builder)
    {
        builder.Property(asset => asset.HeldAt).HasMaxLength(LoanQualification.NameMaxLength);
        builder.HasIndex(asset => new { asset.OrgId, asset.LoanId });
        builder.HasOne<Loan>().WithMany().HasForeignKey(asset => new { asset.OrgId, asset.LoanId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<LoanParty>().WithMany().HasForeignKey(asset => new { asset.OrgId, asset.PartyId }).OnDelete(DeleteBehavior.Restrict);
    }
}

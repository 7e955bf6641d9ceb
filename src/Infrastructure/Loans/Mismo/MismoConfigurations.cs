using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Mismo;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmStudio.Infrastructure.Loans.Mismo;

internal sealed class MismoFileConfiguration : IEntityTypeConfiguration<MismoFile>
{
    public void Configure(EntityTypeBuilder<MismoFile> builder)
    {
        builder.Ignore(file => file.RecordName);
        builder.Property(file => file.FileName).HasMaxLength(MismoFile.NameMaxLength);
        builder.Property(file => file.Sha256).HasMaxLength(64);
        builder.Property(file => file.CopySha256).HasMaxLength(64);
        builder.Property(file => file.RefusedFor).HasMaxLength(MismoFile.ReasonMaxLength);
        builder.HasIndex(file => new { file.OrgId, file.ReceivedBy, file.ReceivedAt });
        builder.HasIndex(file => new { file.OrgId, file.LoanId });
        builder.HasIndex(file => new { file.OrgId, file.ReceivedAt }).HasFilter("loan_id is null").HasDatabaseName("ix_mismo_files_unsaved");
        builder.HasOne<Loan>().WithMany().HasForeignKey(file => new { file.OrgId, file.LoanId }).OnDelete(DeleteBehavior.Restrict);
    }
}

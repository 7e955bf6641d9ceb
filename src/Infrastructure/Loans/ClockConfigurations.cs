using CrmStudio.Domain.Access;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Domain.Loans.Hmda;
using CrmStudio.Infrastructure.Platform.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmStudio.Infrastructure.Loans;

internal sealed class LoanApplicationPieceConfiguration : IEntityTypeConfiguration<LoanApplicationPiece>
{
    public void Configure(EntityTypeBuilder<LoanApplicationPiece> builder) => builder.HasIndex(piece => new { piece.OrgId, piece.LoanId, piece.Piece }).IsUnique();
}

internal sealed class DisclosureConfiguration : IEntityTypeConfiguration<Disclosure>
{
    public void Configure(EntityTypeBuilder<Disclosure> builder)
    {
        builder.Ignore(disclosure => disclosure.Name).Ignore(disclosure => disclosure.RecordName).Ignore(disclosure => disclosure.IsRevised);
        builder.Property(disclosure => disclosure.Apr).HasPrecision(7, 4);
        builder.Property(disclosure => disclosure.Product).HasMaxLength(Disclosure.TextMaxLength);
        builder.Property(disclosure => disclosure.ReceiptEvidence).HasMaxLength(Disclosure.TextMaxLength);
        builder.HasIndex(disclosure => new { disclosure.OrgId, disclosure.LoanId, disclosure.Kind, disclosure.Number }).IsUnique();
        builder.HasOne<Loan>().WithMany().HasForeignKey(disclosure => new { disclosure.OrgId, disclosure.LoanId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class LoanNoticeConfiguration : IEntityTypeConfiguration<LoanNotice>
{
    public void Configure(EntityTypeBuilder<LoanNotice> builder)
    {
        builder.Property(notice => notice.Note).HasMaxLength(LoanNotice.NoteMaxLength);
        builder.HasIndex(notice => new { notice.OrgId, notice.LoanId });
        builder.HasOne<Loan>().WithMany().HasForeignKey(notice => new { notice.OrgId, notice.LoanId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AdverseActionConfiguration : IEntityTypeConfiguration<AdverseAction>
{
    public void Configure(EntityTypeBuilder<AdverseAction> builder)
    {
        builder.Ignore(action => action.PrincipalReasons);
        builder.Property(action => action.OtherReason).HasMaxLength(AdverseAction.OtherMaxLength);
        builder.HasIndex(action => new { action.OrgId, action.LoanId });
        builder.HasOne<Loan>().WithMany().HasForeignKey(action => new { action.OrgId, action.LoanId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class FeeConfiguration : IEntityTypeConfiguration<Fee>
{
    public void Configure(EntityTypeBuilder<Fee> builder)
    {
        builder.Ignore(fee => fee.RecordName);
        builder.Property(fee => fee.Name).HasMaxLength(Fee.NameMaxLength);
        builder.Property(fee => fee.PaidTo).HasMaxLength(Fee.NameMaxLength);
        builder.HasIndex(fee => new { fee.OrgId, fee.LoanId });
        builder.HasOne<Loan>().WithMany().HasForeignKey(fee => new { fee.OrgId, fee.LoanId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class HmdaRecordConfiguration : IEntityTypeConfiguration<HmdaRecord>
{
    public void Configure(EntityTypeBuilder<HmdaRecord> builder)
    {
        builder.Ignore(record => record.IsTridExempt);
        builder.Property(record => record.RateSpread).HasPrecision(7, 4);
        builder.Property(record => record.DebtToIncome).HasPrecision(9, 4);
        builder.HasIndex(record => new { record.OrgId, record.LoanId }).IsUnique();
        builder.HasOne<Loan>().WithMany().HasForeignKey(record => new { record.OrgId, record.LoanId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class DemographicRecordConfiguration : IEntityTypeConfiguration<DemographicRecord>
{
    public void Configure(EntityTypeBuilder<DemographicRecord> builder)
    {
        // No answer leaves its column: not into the audit trail, not into what can be undone.
        builder.Property(one => one.Ethnicities).IsSecret();
        builder.Property(one => one.OtherEthnicity).HasMaxLength(DemographicAnswers.TextMaxLength).IsSecret();
        builder.Property(one => one.IsEthnicityObserved).IsSecret();
        builder.Property(one => one.Races).IsSecret();
        builder.Property(one => one.Tribe).HasMaxLength(DemographicAnswers.TextMaxLength).IsSecret();
        builder.Property(one => one.OtherAsian).HasMaxLength(DemographicAnswers.TextMaxLength).IsSecret();
        builder.Property(one => one.OtherPacificIslander).HasMaxLength(DemographicAnswers.TextMaxLength).IsSecret();
        builder.Property(one => one.IsRaceObserved).IsSecret();
        builder.Property(one => one.Sex).IsSecret();
        builder.Property(one => one.IsSexObserved).IsSecret();
        builder.Property(one => one.Age).IsSecret();
        builder.HasIndex(one => new { one.OrgId, one.PartyId, one.Number }).IsUnique();
        builder.HasIndex(one => new { one.OrgId, one.LoanId });
        builder.HasOne<Loan>().WithMany().HasForeignKey(one => new { one.OrgId, one.LoanId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<LoanParty>().WithMany().HasForeignKey(one => new { one.OrgId, one.PartyId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Member>().WithMany().HasForeignKey(one => new { one.OrgId, one.RecordedBy }).OnDelete(DeleteBehavior.Restrict);
    }
}

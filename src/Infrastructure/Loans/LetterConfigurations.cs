using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Letters;
using CrmStudio.Domain.Loans.Updates;
using CrmStudio.Domain.Pipelines;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmStudio.Infrastructure.Loans;

internal sealed class LetterLimitsConfiguration : IEntityTypeConfiguration<LetterLimits>
{
    public void Configure(EntityTypeBuilder<LetterLimits> builder)
    {
        builder.ToTable("letter_limits");
        builder.Property(limits => limits.MaxLtv).HasPrecision(9, 4);
        builder.Property(limits => limits.Programme).HasMaxLength(LetterLimits.ProgrammeMaxLength);
        builder.HasIndex(limits => new { limits.OrgId, limits.LoanId }).IsUnique();
        builder.HasOne<Loan>().WithMany().HasForeignKey(limits => new { limits.OrgId, limits.LoanId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class LoanLetterConfiguration : IEntityTypeConfiguration<LoanLetter>
{
    public void Configure(EntityTypeBuilder<LoanLetter> builder)
    {
        builder.Ignore(letter => letter.RecordName);
        builder.Property(letter => letter.Number).HasMaxLength(LoanLetter.NumberMaxLength);
        builder.Property(letter => letter.Programme).HasMaxLength(LetterLimits.ProgrammeMaxLength);
        builder.Property(letter => letter.RevokedReason).HasMaxLength(Loan.ReasonMaxLength);
        builder.HasIndex(letter => new { letter.OrgId, letter.Number }).IsUnique();
        builder.HasIndex(letter => new { letter.OrgId, letter.LoanId, letter.Place }).IsUnique();
        builder.HasOne<Loan>().WithMany().HasForeignKey(letter => new { letter.OrgId, letter.LoanId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class UpdateTemplateConfiguration : IEntityTypeConfiguration<UpdateTemplate>
{
    public void Configure(EntityTypeBuilder<UpdateTemplate> builder)
    {
        builder.Ignore(template => template.RecordName);
        builder.Property(template => template.Subject).HasMaxLength(UpdateTemplate.SubjectMaxLength);
        builder.Property(template => template.Text).HasMaxLength(UpdateTemplate.TextMaxLength);
        builder.HasIndex(template => new { template.OrgId, template.Key }).IsUnique();
    }
}

internal sealed class LoanUpdateConfiguration : IEntityTypeConfiguration<LoanUpdate>
{
    public void Configure(EntityTypeBuilder<LoanUpdate> builder)
    {
        builder.Ignore(update => update.RecordName).Ignore(update => update.MessageId);
        builder.Property(update => update.Answer).HasMaxLength(LoanMail.AnswerMaxLength);
        builder.HasIndex(update => new { update.OrgId, update.DueAt }).HasFilter("due_at is not null");
        builder.HasIndex(update => new { update.OrgId, update.LoanId, update.CreatedAt });
        builder.HasOne<Loan>().WithMany().HasForeignKey(update => new { update.OrgId, update.LoanId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Contact>().WithMany().HasForeignKey(update => new { update.OrgId, update.ContactId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PipelineStage>().WithMany().HasForeignKey(update => new { update.OrgId, update.StageId }).OnDelete(DeleteBehavior.Restrict);
    }
}

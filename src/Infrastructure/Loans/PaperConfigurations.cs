using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Infrastructure.Platform.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmStudio.Infrastructure.Loans;

internal sealed class NeedTemplateConfiguration : IEntityTypeConfiguration<NeedTemplate>
{
    public void Configure(EntityTypeBuilder<NeedTemplate> builder)
    {
        builder.Ignore(template => template.RecordName);
        builder.Property(template => template.Name).HasMaxLength(DocumentRequest.NameMaxLength);
        builder.Property(template => template.Instructions).HasMaxLength(DocumentRequest.InstructionsMaxLength);
        builder.HasIndex(template => new { template.OrgId, template.Position });
    }
}

internal sealed class DocumentRequestConfiguration : IEntityTypeConfiguration<DocumentRequest>
{
    public void Configure(EntityTypeBuilder<DocumentRequest> builder)
    {
        builder.Ignore(request => request.RecordName).Ignore(request => request.IsSettled).Ignore(request => request.IsAwaited).Ignore(request => request.IsToReview).Ignore(request => request.HasNews);
        builder.Property(request => request.Name).HasMaxLength(DocumentRequest.NameMaxLength);
        builder.Property(request => request.Instructions).HasMaxLength(DocumentRequest.InstructionsMaxLength);
        builder.Property(request => request.Reason).HasMaxLength(DocumentRequest.ReasonMaxLength);
        builder.HasIndex(request => new { request.OrgId, request.LoanId, request.Position });
        // The desk: what waits for a look, what is late, what is about to expire.
        builder.HasIndex(request => new { request.OrgId, request.StatusSince, request.Id }).HasFilter("status in ('Uploaded', 'InReview')").HasDatabaseName("ix_document_requests_to_review");
        builder.HasIndex(request => new { request.OrgId, request.DueOn, request.Id }).HasFilter("status in ('Requested', 'Rejected', 'Expired')").HasDatabaseName("ix_document_requests_awaited");
        builder.HasIndex(request => new { request.OrgId, request.ExpiresOn }).HasFilter("status = 'Accepted' and expires_on is not null").HasDatabaseName("ix_document_requests_expiring");
        builder.HasOne<Loan>().WithMany().HasForeignKey(request => new { request.OrgId, request.LoanId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LoanDocumentConfiguration : IEntityTypeConfiguration<LoanDocument>
{
    public void Configure(EntityTypeBuilder<LoanDocument> builder)
    {
        builder.Ignore(document => document.RecordName);
        builder.Property(document => document.FileName).HasMaxLength(LoanDocument.FileNameMaxLength);
        builder.Property(document => document.Sha256).HasMaxLength(64);
        builder.HasIndex(document => new { document.OrgId, document.FileId }).IsUnique();
        builder.HasIndex(document => new { document.OrgId, document.LoanId });
        builder.HasIndex(document => new { document.OrgId, document.RequestId, document.Edition });
        // The organization's share of the store is a sum over these sizes: from the index alone.
        builder.HasIndex(document => new { document.OrgId, document.Size }).HasDatabaseName("ix_loan_documents_sizes");
        builder.HasOne<Loan>().WithMany().HasForeignKey(document => new { document.OrgId, document.LoanId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DocumentRequest>().WithMany().HasForeignKey(document => new { document.OrgId, document.RequestId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<BorrowerLink>().WithMany().HasForeignKey(document => new { document.OrgId, document.LinkId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LoanUploadConfiguration : IEntityTypeConfiguration<LoanUpload>
{
    public void Configure(EntityTypeBuilder<LoanUpload> builder)
    {
        builder.Property(upload => upload.FileName).HasMaxLength(LoanDocument.FileNameMaxLength);
        builder.Property(upload => upload.Stamp).HasMaxLength(40);
        builder.HasIndex(upload => new { upload.OrgId, upload.LoanId });
        builder.HasIndex(upload => new { upload.OrgId, upload.BegunAt });
        builder.HasOne<DocumentRequest>().WithMany().HasForeignKey(upload => new { upload.OrgId, upload.RequestId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<BorrowerLink>().WithMany().HasForeignKey(upload => new { upload.OrgId, upload.LinkId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BorrowerLinkConfiguration : IEntityTypeConfiguration<BorrowerLink>
{
    public void Configure(EntityTypeBuilder<BorrowerLink> builder)
    {
        builder.Property(link => link.SecretHash).IsSecret();
        builder.HasIndex(link => new { link.OrgId, link.SecretHash }).IsUnique();
        builder.HasIndex(link => new { link.OrgId, link.LoanId, link.MadeAt });
        builder.HasOne<Loan>().WithMany().HasForeignKey(link => new { link.OrgId, link.LoanId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BorrowerNoticeConfiguration : IEntityTypeConfiguration<BorrowerNotice>
{
    public void Configure(EntityTypeBuilder<BorrowerNotice> builder)
    {
        builder.Property(notice => notice.Subject).HasMaxLength(200);
        builder.Property(notice => notice.Problem).HasMaxLength(500);
        builder.HasIndex(notice => new { notice.OrgId, notice.LoanId, notice.DueAt });
        builder.HasIndex(notice => new { notice.OrgId, notice.DueAt }).HasFilter("status in ('Planned', 'Sending')").HasDatabaseName("ix_borrower_notices_open");
        // One mail gathers all changes of a loan: there is never a second one planned beside it.
        builder.HasIndex(notice => new { notice.OrgId, notice.LoanId }).IsUnique().HasFilter("status = 'Planned'").HasDatabaseName("ix_borrower_notices_planned");
        builder.HasOne<Loan>().WithMany().HasForeignKey(notice => new { notice.OrgId, notice.LoanId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LoanConditionConfiguration : IEntityTypeConfiguration<LoanCondition>
{
    public void Configure(EntityTypeBuilder<LoanCondition> builder)
    {
        builder.Ignore(condition => condition.RecordName).Ignore(condition => condition.IsSettled);
        builder.Property(condition => condition.Text).HasMaxLength(LoanCondition.TextMaxLength);
        builder.Property(condition => condition.Reason).HasMaxLength(LoanCondition.ReasonMaxLength);
        builder.HasIndex(condition => new { condition.OrgId, condition.LoanId, condition.Number }).IsUnique();
        builder.HasIndex(condition => new { condition.OrgId, condition.LoanId }).HasFilter("settled_at is null").HasDatabaseName("ix_loan_conditions_open");
        builder.HasOne<Loan>().WithMany().HasForeignKey(condition => new { condition.OrgId, condition.LoanId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LoanConditionDocumentConfiguration : IEntityTypeConfiguration<LoanConditionDocument>
{
    public void Configure(EntityTypeBuilder<LoanConditionDocument> builder)
    {
        builder.HasIndex(link => new { link.OrgId, link.ConditionId, link.RequestId }).IsUnique();
        builder.HasIndex(link => new { link.OrgId, link.RequestId });
        builder.HasOne<LoanCondition>().WithMany().HasForeignKey(link => new { link.OrgId, link.ConditionId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<DocumentRequest>().WithMany().HasForeignKey(link => new { link.OrgId, link.RequestId }).OnDelete(DeleteBehavior.Cascade);
    }
}

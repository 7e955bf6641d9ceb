using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmStudio.Infrastructure.Leads;

internal sealed class LeadFormConfiguration : IEntityTypeConfiguration<LeadForm>
{
    public void Configure(EntityTypeBuilder<LeadForm> builder)
    {
        builder.Ignore(form => form.RecordName);
        builder.Property(form => form.Name).HasMaxLength(LeadForm.NameMaxLength);
        builder.Property(form => form.Key).HasMaxLength(64);
        builder.Property(form => form.Source).HasMaxLength(LeadOrigin.MaxLength);
        builder.Property(form => form.ThankYou).HasMaxLength(LeadForm.ThankYouMaxLength);
        builder.HasIndex(form => new { form.OrgId, form.Key }).IsUnique();
        builder.HasIndex(form => new { form.OrgId, form.Name }).IsUnique().HasDatabaseName("ix_lead_forms_name");
    }
}

internal sealed class LeadCaptureConfiguration : IEntityTypeConfiguration<LeadCapture>
{
    public void Configure(EntityTypeBuilder<LeadCapture> builder)
    {
        builder.Property(capture => capture.Key).HasMaxLength(LeadCapture.KeyMaxLength);
        builder.Property(capture => capture.AddressHash).HasMaxLength(64);
        builder.Property(capture => capture.Problem).HasMaxLength(LeadCapture.ProblemMaxLength);
        // The same request sent twice is one row, whoever saves first.
        builder.HasIndex(capture => new { capture.OrgId, capture.FormId, capture.Key }).IsUnique().HasDatabaseName("ix_lead_captures_once");
        builder.HasIndex(capture => new { capture.OrgId, capture.DueAt, capture.Id }).HasFilter("due_at is not null");
        builder.HasIndex(capture => new { capture.OrgId, capture.FormId, capture.ReceivedAt, capture.Id });
        builder.HasIndex(capture => new { capture.OrgId, capture.ReceivedAt, capture.Id }).HasFilter("processed_at is null").HasDatabaseName("ix_lead_captures_open");
        builder.HasOne<LeadForm>().WithMany().HasForeignKey(capture => new { capture.OrgId, capture.FormId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Lead>().WithMany().HasForeignKey(capture => new { capture.OrgId, capture.LeadId }).OnDelete(DeleteBehavior.Restrict);
    }
}

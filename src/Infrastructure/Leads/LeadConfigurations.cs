using CrmStudio.Domain.Access;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmStudio.Infrastructure.Leads;

internal sealed class LeadConfiguration : IEntityTypeConfiguration<Lead>
{
    public void Configure(EntityTypeBuilder<Lead> builder)
    {
        builder.Ignore(lead => lead.IsOpen).Ignore(lead => lead.RecordName);
        builder.Property(lead => lead.Name).HasMaxLength(2 * Contact.NameMaxLength + 1);
        foreach (var word in (string[])[nameof(Lead.Source), nameof(Lead.SourceDetail), nameof(Lead.UtmSource), nameof(Lead.UtmMedium), nameof(Lead.UtmCampaign)]) builder.Property(word).HasMaxLength(LeadOrigin.MaxLength);
        builder.Property(lead => lead.PropertyState).HasMaxLength(2);
        builder.Property(lead => lead.Message).HasMaxLength(LeadWish.MessageMaxLength);
        builder.Property(lead => lead.NextStep).HasMaxLength(Lead.NextStepMaxLength);
        builder.Property(lead => lead.LostReason).HasMaxLength(Lead.ReasonMaxLength);
        builder.Property<long?>(LeadTwins.AmountCents).HasComputedColumnSql("(amount * 100)::bigint", stored: true);

        // One open lead a person: whoever asks again is the same lead.
        builder.HasIndex(lead => new { lead.OrgId, lead.ContactId }).IsUnique().HasFilter("ended_at is null").HasDatabaseName("ix_leads_open_contact");
        builder.HasIndex(lead => new { lead.OrgId, lead.ContactId, lead.ReceivedAt });
        // The inbox by assignee, and one index per order of the list.
        builder.HasIndex(lead => new { lead.OrgId, lead.AssigneeId, lead.ReceivedAt, lead.Id }).HasFilter("ended_at is null");
        builder.HasIndex(lead => new { lead.OrgId, lead.PondId, lead.ReceivedAt, lead.Id }).HasFilter("pond_id is not null and ended_at is null");
        builder.HasIndex(lead => new { lead.OrgId, lead.ReceivedAt, lead.Id });
        builder.HasIndex(lead => new { lead.OrgId, lead.Score, lead.Id }).HasFilter("ended_at is null");
        builder.HasIndex(lead => new { lead.OrgId, lead.LastContactAt, lead.Id }).HasFilter("ended_at is null");
        builder.HasIndex(lead => new { lead.OrgId, lead.Name, lead.Id }).HasFilter("ended_at is null");
        builder.HasIndex(lead => new { lead.OrgId, lead.Status, lead.ReceivedAt, lead.Id });
        builder.HasIndex(lead => new { lead.OrgId, lead.AnswerBy, lead.Id }).HasFilter("answer_by is not null");
        builder.HasIndex(lead => new { lead.OrgId, lead.ClaimBy }).HasFilter("claim_by is not null");
        builder.HasIndex(lead => new { lead.OrgId, lead.EndedAt, lead.Id }).HasFilter("ended_at is not null");
        builder.HasIndex("OrgId", LeadTwins.AmountCents, "Id").HasFilter("ended_at is null");

        builder.HasOne<Contact>().WithMany().HasForeignKey(lead => new { lead.OrgId, lead.ContactId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Contact>().WithMany().HasForeignKey(lead => new { lead.OrgId, lead.ReferrerContactId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(lead => new { lead.OrgId, lead.AssigneeId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<LeadPond>().WithMany().HasForeignKey(lead => new { lead.OrgId, lead.PondId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LeadPondConfiguration : IEntityTypeConfiguration<LeadPond>
{
    public void Configure(EntityTypeBuilder<LeadPond> builder)
    {
        builder.Ignore(pond => pond.RecordName);
        builder.Property(pond => pond.Name).HasMaxLength(LeadPond.NameMaxLength);
        builder.HasIndex(pond => new { pond.OrgId, pond.Name }).IsUnique();
        builder.HasOne<Team>().WithMany().HasForeignKey(pond => new { pond.OrgId, pond.TeamId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LeadAssignmentConfiguration : IEntityTypeConfiguration<LeadAssignment>
{
    public void Configure(EntityTypeBuilder<LeadAssignment> builder)
    {
        builder.Property(assignment => assignment.Rule).HasMaxLength(120);
        builder.HasIndex(assignment => new { assignment.OrgId, assignment.LeadId, assignment.At });
        builder.HasOne<Lead>().WithMany().HasForeignKey(assignment => new { assignment.OrgId, assignment.LeadId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Member>().WithMany().HasForeignKey(assignment => new { assignment.OrgId, assignment.MemberId }).OnDelete(DeleteBehavior.Restrict);
    }
}
